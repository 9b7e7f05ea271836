package dev.docket.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The words and figures of a report in one language, from {@code i18n/report*.properties}. Several threads. */
final class ReportWords {
    private static final ResourceBundle.Control EXACT = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    /** @param locale German, or English for everything else */
    ReportWords(Locale locale) {
        this.locale = locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle("i18n.report", this.locale, EXACT);
    }

    /** Fit for a page, whatever its parts were. */
    String of(String key, Object... args) {
        return Html.text(plain(key, args));
    }

    /** As it is, for {@link #of}. */
    String plain(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(Stream.of(args).map(arg -> arg instanceof Number ? arg : String.valueOf(arg)).toArray());
    }

    String number(double value, int digits) {
        return String.format(locale, "%." + digits + "f", value);
    }

    /** @param share 0..1 */
    String percent(double share) {
        return of("percent", number(100 * share, 1));
    }

    String language() {
        return locale.getLanguage();
    }
}
