package dev.docket.bench.measure;

import java.util.Arrays;

/** The samples one contestant gave, in nanoseconds of doing its work once. */
public final class Timing {
    private final String name;
    private final double[] sorted;

    /** @param samples at least one */
    public Timing(String name, double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("No samples of " + name);
        }
        this.name = name;
        sorted = samples.clone();
        Arrays.sort(sorted);
    }

    public String name() {
        return name;
    }

    public int count() {
        return sorted.length;
    }

    /** Nanoseconds; what the work costs when nothing is in its way. */
    public double least() {
        return sorted[0];
    }

    /** Nanoseconds. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest sample that at least this share of the samples do not exceed (nearest rank).
     *
     * @param share above 0, at most 1
     */
    public double quantile(double share) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
