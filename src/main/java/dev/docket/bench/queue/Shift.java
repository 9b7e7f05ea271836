package dev.docket.bench.queue;

import dev.docket.bench.measure.Timing;

/**
 * What came of a turn.
 *
 * @param perSecond items finished, of all reviewers together
 * @param claims time of each claim
 * @param finishes time of each item's finishing
 */
public record Shift(double perSecond, Timing claims, Timing finishes) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MOST = 0.99;

    /** Milliseconds. */
    public double claimMedian() {
        return claims.median() / NANOS_PER_MILLI;
    }

    /** 99th percentile, milliseconds. */
    public double claimMost() {
        return claims.quantile(MOST) / NANOS_PER_MILLI;
    }

    /** Milliseconds. */
    public double finishMedian() {
        return finishes.median() / NANOS_PER_MILLI;
    }

    /** 99th percentile, milliseconds. */
    public double finishMost() {
        return finishes.quantile(MOST) / NANOS_PER_MILLI;
    }
}
