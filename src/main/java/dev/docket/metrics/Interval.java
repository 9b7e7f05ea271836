package dev.docket.metrics;

import java.util.Locale;

/**
 * Where a figure lies, with a stated confidence.
 *
 * @param level confidence, above 0 and below 1, such as 0.95
 * @param method how it was computed: {@code wilson}, {@code newcombe}, {@code bootstrap-percentile}
 */
public record Interval(double low, double high, double level, String method) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval runs from low to high, not from " + low + " to " + high);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A confidence level lies between 0 and 1, not " + level);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** {@code [0.123, 0.456]}. */
    public String text() {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", low, high);
    }
}
