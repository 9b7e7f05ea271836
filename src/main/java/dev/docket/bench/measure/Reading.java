package dev.docket.bench.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure: what was measured, against what, and what it has to hold. Times are milliseconds, the least of their
 * samples; the ratio is of the least of both sides, as other load only ever adds.
 *
 * @param what as it is printed
 * @param unit such as {@code ms}, {@code images/s}
 * @param median of the samples; equal to {@code value} where there is one only
 * @param samples how many it was made of, at least 1
 * @param limit empty: only told
 */
public record Reading(String what, String unit, double value, double median, int samples, Reference reference, Optional<Limit> limit) {
    private static final double NANOS_PER_MILLI = 1e6;

    public static Reading of(String what, String unit, double value) {
        return new Reading(what, unit, value, value, 1, new Reference.None(), Optional.empty());
    }

    public static Reading of(String what, Timing timing) {
        return new Reading(what, "ms", timing.least() / NANOS_PER_MILLI, timing.median() / NANOS_PER_MILLI, timing.count(),
                new Reference.None(), Optional.empty());
    }

    public Reading against(Timing timing) {
        return against(new Reference.Measured(timing.name(), timing.least() / NANOS_PER_MILLI, timing.median() / NANOS_PER_MILLI));
    }

    public Reading against(Reference other) {
        return new Reading(what, unit, value, median, samples, other, limit);
    }

    /** The figure itself has to be at most this. */
    public Reading atMost(double bound) {
        return limited(new Limit(false, true, bound));
    }

    /** The figure itself has to be at least this. */
    public Reading atLeast(double bound) {
        return limited(new Limit(false, false, bound));
    }

    /** The figure divided by the reference's has to be at most this. */
    public Reading ratioAtMost(double bound) {
        return limited(new Limit(true, true, bound));
    }

    /** The figure divided by the reference's has to be at least this. */
    public Reading ratioAtLeast(double bound) {
        return limited(new Limit(true, false, bound));
    }

    private Reading limited(Limit bound) {
        return new Reading(what, unit, value, median, samples, reference, Optional.of(bound));
    }

    /** The figure divided by the reference's; empty without one. */
    public OptionalDouble ratio() {
        return reference instanceof Reference.Measured(String name, double of, double middle)
                ? OptionalDouble.of(value / of) : OptionalDouble.empty();
    }

    /** Whether the limit holds; empty where there is none, or nothing to judge it by. */
    public Optional<Boolean> holds() {
        return limit.flatMap(bound -> {
            OptionalDouble judged = bound.ofRatio() ? ratio() : OptionalDouble.of(value);
            return judged.isPresent() ? Optional.of(bound.holds(judged.getAsDouble())) : Optional.empty();
        });
    }
}
