package dev.docket.bench;

import dev.docket.bench.measure.Limit;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import java.util.Locale;

/** Readings for a person: a line each, and a second one where a reference is missing. */
final class ReadingText {
    private ReadingText() {}

    static String of(String bench, Reading reading) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-10s  %-44s  %12s", bench, reading.what(), figure(reading)));
        if (reading.reference() instanceof Reference.Measured(String name, double value, double median)) {
            text.append("  ").append(name).append(' ').append(number(value)).append(' ').append(reading.unit());
            text.append(String.format(Locale.ROOT, "  %.2fx", reading.ratio().orElseThrow()));
        }
        reading.limit().ifPresent(limit -> text.append("  (").append(bound(limit, reading.unit())).append(": ").append(verdict(reading)).append(')'));
        if (reading.reference() instanceof Reference.Missing(String name, String install)) {
            text.append(System.lineSeparator()).append(" ".repeat(12)).append("not compared, as ").append(name).append(" is missing: ").append(install);
        }
        return text.toString();
    }

    private static String figure(Reading reading) {
        String value = (number(reading.value()) + " " + reading.unit()).strip();
        return reading.samples() == 1 ? value : value + " (median " + number(reading.median()) + ")";
    }

    private static String bound(Limit limit, String unit) {
        return (limit.upper() ? "at most " : "at least ") + number(limit.bound()) + (limit.ofRatio() ? "x" : " " + unit);
    }

    private static String verdict(Reading reading) {
        return reading.holds().map(holds -> holds ? "holds" : "MISSED").orElse("not judged");
    }

    /** Three figures; whole numbers as they are. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
