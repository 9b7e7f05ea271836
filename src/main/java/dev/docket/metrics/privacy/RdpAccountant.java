package dev.docket.metrics.privacy;

import dev.docket.metrics.SpecialFunctions;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What training with clipped, noised gradients gives away: the Rényi differential privacy of the Poisson-sampled Gaussian
 * mechanism, and its (epsilon, delta). Source: Mironov, Talwar and Zhang 2019 (arXiv 1908.10530), sections 3.1 and 3.3, for the
 * order a, and Canonne, Kamath and Steinke 2020 (arXiv 2004.00010), proposition 12, for the conversion. As Google's
 * dp_accounting, its orders included; as there, the terms of a fractional order are added without their sign, which is an upper
 * bound. The figure is never below the tighter bound that an accountant by privacy loss distributions finds.
 */
public final class RdpAccountant {
    /** 1.1, 1.2 .. 10.9, 11 .. 63, 128, 256, 512, 1024. */
    private static final double[] ORDERS = DoubleStream.concat(IntStream.range(1, 100).mapToDouble(tenth -> 1 + tenth / 10.0),
            DoubleStream.concat(IntStream.range(11, 64).asDoubleStream(), DoubleStream.of(128, 256, 512, 1024))).toArray();
    private static final int MOST_TERMS = 1_000;
    private static final double ROUNDING = 1e-15;

    private RdpAccountant() {}

    /**
     * @param epsilon 0 or more
     * @param order the Rényi order at which it was smallest
     */
    public record Spent(double epsilon, double order) {}

    /**
     * What so many steps spend.
     *
     * @param noiseMultiplier standard deviation of the noise over the clipping norm, above 0
     * @return infinite where no order gives a bound
     */
    public static Spent spent(double samplingRate, double noiseMultiplier, long steps, double delta) {
        Spent best = new Spent(Double.POSITIVE_INFINITY, ORDERS[0]);
        for (double order : ORDERS) {
            double epsilon = epsilon(order, steps * divergence(samplingRate, noiseMultiplier, order), delta);
            if (epsilon < best.epsilon()) {
                best = new Spent(epsilon, order);
            }
        }
        return new Spent(Math.max(0, best.epsilon()), best.order());
    }

    /** Proposition 12; where the divergence is so small that delta covers it by Bretagnolle and Huber's bound, 0. */
    private static double epsilon(double order, double divergence, double delta) {
        if (divergence < 0 || delta * delta + Math.expm1(-divergence) > 0) {
            return 0;
        }
        return order > 1.01 ? divergence + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1) : Double.POSITIVE_INFINITY;
    }

    /** Of one step, at an order above 1. */
    static double divergence(double q, double sigma, double order) {
        if (q == 1) {
            return order / (2 * sigma * sigma);
        }
        double moment = order == Math.rint(order) ? logMoment(q, sigma, (int) order) : logMoment(q, sigma, order);
        // a divergence is never negative: where rounding says so, it is too small to be seen, not zero
        return Math.max(moment, ROUNDING) / (order - 1);
    }

    /** log sum_k C(a, k) (1-q)^(a-k) q^k exp(k (k-1) / (2 sigma^2)), equation 6. */
    private static double logMoment(double q, double sigma, int order) {
        double sum = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= order; k++) {
            sum = logAdd(sum, SpecialFunctions.logBinomial(order, k) + k * Math.log(q) + (order - k) * Math.log1p(-q) + k * (k - 1.0) / (2 * sigma * sigma));
        }
        return sum;
    }

    /** The same for a fractional order: the integral in two halves, each an infinite series, section 3.3. */
    private static double logMoment(double q, double sigma, double order) {
        double z0 = sigma * sigma * Math.log(1 / q - 1) + 0.5;
        double root = Math.sqrt(2) * sigma;
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.NEGATIVE_INFINITY;
        double lastBelow = below;
        double lastAbove = above;
        for (int i = 0; i < MOST_TERMS; i++) {
            double binomial = SpecialFunctions.logBinomial(order, i);
            double j = order - i;
            double here = binomial + i * Math.log(q) + j * Math.log1p(-q) + i * (i - 1.0) / (2 * sigma * sigma) + Math.log(0.5) + SpecialFunctions.logErfc((i - z0) / root);
            double there = binomial + j * Math.log(q) + i * Math.log1p(-q) + j * (j - 1) / (2 * sigma * sigma) + Math.log(0.5) + SpecialFunctions.logErfc((z0 - j) / root);
            below = logAdd(below, here);
            above = logAdd(above, there);
            double total = logAdd(below, above);
            if (here < lastBelow && there < lastAbove && Math.max(here, there) < total - 30) {
                return total;
            }
            lastBelow = here;
            lastAbove = there;
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double logAdd(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }
}
