package dev.docket.ui.quality;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Interval;
import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.util.Locale;

/** A sheet's cells in the reader's language. */
final class SheetWords {
    private SheetWords() {}

    static String title(Sheet.Kind kind) {
        return Text.of("quality.sheet." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String about(Sheet.Kind kind) {
        return Text.of("quality.about." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String none(Sheet.Kind kind) {
        return kind == Sheet.Kind.EXPOSURE ? Text.of("quality.none.exposure") : kind == Sheet.Kind.APART ? Text.of("quality.none.apart") : kind == Sheet.Kind.PACKS ? Text.of("quality.none.packs") : Text.of("quality.none");
    }

    static String head(Sheet.Column column) {
        return Text.of("quality.column." + column.id());
    }

    /** In one line: {@code 90.9 % (86.2 to 94.1), n 412}. */
    static String line(Cell cell, Type type) {
        return switch (cell) {
            case Cell.Rate(Estimate estimate) -> Text.of("quality.rate", value(estimate, type), interval(estimate, type), estimate.n());
            default -> words(cell, type);
        };
    }

    /** The figure alone. */
    static String words(Cell cell, Type type) {
        return switch (cell) {
            case Cell.Words(String text) -> text;
            case Cell.Term(String code) -> Text.of("quality.term." + code);
            case Cell.Count(long n) -> Text.of("quality.count", n);
            case Cell.Span(Duration time) -> time.isNegative() ? Text.of("quality.overdue", Spans.words(time.negated())) : Spans.words(time);
            case Cell.Rate(Estimate estimate) -> value(estimate, type);
            case Cell.TooFew _ -> Text.of("quality.few", Sheet.LEAST);
            case Cell.Undefined _ -> Text.of("quality.undefined");
            case Cell.None() -> "";
        };
    }

    /** What comes up over a cell that holds no figure; empty for one that does. */
    static String why(Cell cell) {
        return switch (cell) {
            case Cell.TooFew(long n) -> Text.of("quality.few.why", n, Sheet.LEAST);
            case Cell.Undefined(String reason, long n) -> Text.of("quality.undefined.why", n, reason);
            default -> "";
        };
    }

    static String interval(Estimate estimate, Type type) {
        Interval interval = estimate.interval().orElseThrow();
        return Text.of("quality.interval", number(interval.low(), type), number(interval.high(), type));
    }

    private static String value(Estimate estimate, Type type) {
        double value = estimate.figure().number().orElseThrow();
        return type == Type.RATE ? Text.of("quality.percent", number(value, type)) : type == Type.DIFFERENCE ? Text.of("quality.points", number(value, type)) : number(value, type);
    }

    private static String number(double value, Type type) {
        return switch (type) {
            case RATE -> Figures.decimal(100 * value, 1);
            case DIFFERENCE -> Figures.signed(100 * value, 1);
            default -> Figures.share(value, 2);
        };
    }
}
