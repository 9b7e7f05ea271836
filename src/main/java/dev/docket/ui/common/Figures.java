package dev.docket.ui.common;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Decimals and moments as the language of the screens writes them. */
public final class Figures {
    private Figures() {}

    /** {@code 4.2}, {@code 4,2} in German. */
    public static String decimal(double value, int places) {
        return String.format(Locale.getDefault(), "%." + places + "f", value);
    }

    /** The same with its sign, also where it is plus. */
    public static String signed(double value, int places) {
        return String.format(Locale.getDefault(), "%+." + places + "f", value);
    }

    /** A share of one: {@code .81} in English, {@code 0,81} in German; {@code 1.00}, {@code -.05}. */
    public static String share(double value, int places) {
        return decimal(value, places).replaceFirst("^(-?)0\\.", "$1.");
    }

    /** {@code 3 Nov}. */
    public static String day(TemporalAccessor day) {
        return write("format.day", day);
    }

    /** {@code 3 Nov 2026, 09:30}. */
    public static String minute(TemporalAccessor moment) {
        return write("format.minute", moment);
    }

    /** {@code 3 Nov 2026, 09:30:12}. */
    public static String second(TemporalAccessor moment) {
        return write("format.second", moment);
    }

    private static String write(String pattern, TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(Text.of(pattern), Locale.getDefault()).format(moment);
    }
}
