package dev.docket.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A figure with its interval.
 *
 * @param interval empty when the figure is undefined or too few resamples had one
 * @param n what it was computed over
 */
public record Estimate(Figure figure, Optional<Interval> interval, long n) {

    public static Estimate undefined(String reason, long n) {
        return new Estimate(Figure.undefined(reason), Optional.empty(), n);
    }

    /** {@code 0.123 [0.100, 0.150]}, or {@code n/a}. */
    public String text() {
        return figure.text() + interval.map(i -> " " + i.text()).orElse("");
    }

    /** For JSON beside the figure: the interval, or {@code {"undefined": reason}}. */
    public Object intervalJson() {
        return interval.<Object>map(i -> i).orElseGet(() -> Figure.undefined(
                figure.whyUndefined().orElse("too few resamples had a figure")));
    }

    /** Fields {@code value}, {@code interval} (null when there is none) and {@code n}. */
    public Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", figure.json());
        fields.put("interval", interval.orElse(null));
        fields.put("n", n);
        return fields;
    }
}
