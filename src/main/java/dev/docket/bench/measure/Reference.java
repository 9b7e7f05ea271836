package dev.docket.bench.measure;

/** What a figure is compared with. */
public sealed interface Reference {

    /** Nothing: the figure stands alone. */
    record None() implements Reference {}

    /**
     * Measured in the same run, in the figure's unit.
     *
     * @param name with its version where it tells
     * @param median of the samples; equal to {@code value} where there is one only
     */
    record Measured(String name, double value, double median) implements Reference {}

    /** @param install what to do to have it, fit for a person */
    record Missing(String name, String install) implements Reference {}
}
