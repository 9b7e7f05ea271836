package dev.docket.bench.measure;

/**
 * What a figure has to hold.
 *
 * @param ofRatio whether the ratio to the reference is limited, and not the figure itself
 * @param upper whether at most, and not at least
 */
public record Limit(boolean ofRatio, boolean upper, double bound) {

    /** @param value the figure, or its ratio when {@link #ofRatio} */
    boolean holds(double value) {
        return upper ? value <= bound : value >= bound;
    }
}
