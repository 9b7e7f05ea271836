package dev.docket.metrics.privacy;

import java.util.OptionalDouble;

/** How much noise keeps training within a budget. */
public final class NoiseCalibration {
    /** Multipliers are looked for in 0.01 to this. */
    public static final double MOST = 1e4;
    private static final double PRECISION = 1e-7;

    private NoiseCalibration() {}

    /** The smallest noise multiplier, to 1e-7, that spends no more than the target; empty where even {@link #MOST} spends more. */
    public static OptionalDouble noiseFor(double targetEpsilon, double samplingRate, long steps, double delta) {
        double low = 0.01;
        double high = 1;
        while (RdpAccountant.spent(samplingRate, high, steps, delta).epsilon() > targetEpsilon) {
            low = high;
            high *= 2;
            if (high > MOST) {
                return OptionalDouble.empty();
            }
        }
        while (high - low > PRECISION * high) {
            double middle = (low + high) / 2;
            if (RdpAccountant.spent(samplingRate, middle, steps, delta).epsilon() > targetEpsilon) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}
