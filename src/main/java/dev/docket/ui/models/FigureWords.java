package dev.docket.ui.models;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;

/** Figures as the screen writes them: three decimals without the leading 0. */
final class FigureWords {
    private FigureWords() {}

    /** {@code .861}, {@code 1.000}, {@code -.004}. */
    static String of(double value) {
        return Figures.share(value, 3);
    }

    /** With a sign, also where it is plus. */
    static String signed(double value) {
        return (value >= 0 ? "+" : "") + of(value);
    }

    /** The figure, or that there is none. */
    static String of(Figure figure) {
        return figure.number().isPresent() ? of(figure.number().getAsDouble()) : Text.of("models.none");
    }

    /** {@code [-.002, +.041]}, empty when there is no interval. */
    static String signedInterval(Estimate estimate) {
        return estimate.interval().map(i -> "[" + signed(i.low()) + ", " + signed(i.high()) + "]").orElse("");
    }

    /** {@code +1.4} percentage points. */
    static String points(double share) {
        return Figures.signed(share * 100, 1);
    }
}
