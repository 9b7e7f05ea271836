package dev.docket.metrics.drift;

import dev.docket.metrics.Figure;
import java.util.Arrays;

/** How far a window of numbers has moved from its reference. Values are finite. */
public final class Drift {
    /** The share an empty bin is given in the stability index. */
    public static final double LEAST_SHARE = 1e-4;

    private Drift() {}

    /**
     * Population stability index: sum of (q - p) ln(q / p) over bins, p and q the shares of reference and window, 1e-4 at least. Bins have
     * equal width between the reference's ends, left-closed; what lies outside counts in the outer ones. Source: Siddiqi
     * 2006, "Credit risk scorecards", chapter 9. Undefined where the reference has one value only.
     */
    public static Figure stability(double[] reference, double[] window, int bins) {
        double low = Arrays.stream(reference).min().orElseThrow();
        double high = Arrays.stream(reference).max().orElseThrow();
        if (low == high) {
            return Figure.undefined("the reference has one value only");
        }
        double[] p = shares(reference, low, high, bins);
        double[] q = shares(window, low, high, bins);
        double sum = 0;
        for (int b = 0; b < bins; b++) {
            sum += (q[b] - p[b]) * Math.log(q[b] / p[b]);
        }
        return Figure.of(sum);
    }

    private static double[] shares(double[] values, double low, double high, int bins) {
        double step = (high - low) / bins;
        double[] shares = new double[bins];
        for (double value : values) {
            int bin = (int) Math.clamp(Math.floor((value - low) / step), 0, bins - 1);
            // by comparison with the edges themselves: the division rounds across them
            while (bin > 0 && value < low + bin * step) {
                bin--;
            }
            while (bin < bins - 1 && value >= low + (bin + 1) * step) {
                bin++;
            }
            shares[bin]++;
        }
        for (int b = 0; b < bins; b++) {
            shares[b] = Math.max(shares[b] / values.length, LEAST_SHARE);
        }
        return shares;
    }

    /** Wasserstein distance of order 1: the area between both distribution functions, in the values' unit. As scipy's {@code wasserstein_distance}. */
    public static double wasserstein(double[] reference, double[] window) {
        return walk(reference, window)[1];
    }

    /** Kolmogorov and Smirnov's statistic: the largest distance between both distribution functions, 0..1. */
    public static double kolmogorovSmirnov(double[] reference, double[] window) {
        return walk(reference, window)[0];
    }

    /** Probability of so large a {@link #kolmogorovSmirnov} statistic if both came from one distribution. */
    public static double kolmogorovSmirnovP(double[] reference, double[] window) {
        return KolmogorovSmirnov.p(kolmogorovSmirnov(reference, window), reference.length, window.length);
    }

    private static double[] walk(double[] reference, double[] window) {
        double[] a = reference.clone();
        double[] b = window.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        double area = 0;
        int i = 0;
        int j = 0;
        double last = Math.min(a[0], b[0]);
        while (i < a.length || j < b.length) {
            double here = i == a.length ? b[j] : j == b.length ? a[i] : Math.min(a[i], b[j]);
            double gap = Math.abs((double) i / a.length - (double) j / b.length);
            largest = Math.max(largest, gap);
            area += gap * (here - last);
            while (i < a.length && a[i] == here) {
                i++;
            }
            while (j < b.length && b[j] == here) {
                j++;
            }
            last = here;
        }
        return new double[] {largest, area};
    }
}
