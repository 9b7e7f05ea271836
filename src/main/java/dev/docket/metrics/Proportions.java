package dev.docket.metrics;

import java.util.Optional;

/** Shares of a count and their score intervals, which hold at 0, at 1 and for small counts. */
public final class Proportions {
    private Proportions() {}

    /**
     * Successes over trials with the Wilson interval.
     *
     * @param level confidence, such as 0.95
     * @throws IllegalArgumentException when successes lie outside 0..trials
     */
    public static Estimate rate(long successes, long trials, double level) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        if (trials == 0) {
            return Estimate.undefined("there is nothing to count", 0);
        }
        return new Estimate(Figure.of((double) successes / trials), Optional.of(wilson(successes, trials, level)), trials);
    }

    /** Wilson 1927, without continuity correction. {@code trials} above 0. */
    public static Interval wilson(long successes, long trials, double level) {
        return wilson((double) successes, trials, level);
    }

    /**
     * As {@link #wilson(long, long, double)} of sums of weights, which count as many trials as Kish's effective sample size says:
     * (sum w)^2 / sum w^2 (Kish 1965, "Survey sampling").
     *
     * @param rate share of the weight that is a success, 0..1
     */
    public static Interval wilsonOfWeights(double rate, double effective, double level) {
        Interval plain = wilson(rate == 1 ? effective : rate * effective, effective, level);
        return new Interval(plain.low(), plain.high(), level, "wilson");
    }

    private static Interval wilson(double successes, double trials, double level) {
        double z2 = Math.pow(Normal.critical(level), 2);
        double p = successes / trials;
        double scale = 1 + z2 / trials;
        double centre = (p + z2 / (2 * trials)) / scale;
        double half = Math.sqrt(z2) * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials)) / scale;
        // at the ends the bound is exactly 0 or 1; rounding would leave 1e-17
        double low = successes == 0 ? 0 : centre - half;
        double high = successes == trials ? 1 : centre + half;
        return new Interval(low, high, level, "wilson");
    }

    /** Clopper and Pearson 1934, the "exact" interval, from quantiles of the beta distribution. {@code trials} above 0. */
    public static Interval clopperPearson(long successes, long trials, double level) {
        double tail = (1 - level) / 2;
        double low = successes == 0 ? 0 : SpecialFunctions.betaQuantile(tail, successes, trials - successes + 1.0);
        double high = successes == trials ? 1 : SpecialFunctions.betaQuantile(1 - tail, successes + 1.0, trials - successes);
        return new Interval(low, high, level, "clopper-pearson");
    }

    /**
     * First rate less second, with Newcombe's hybrid score interval (1998, method 10).
     * Undefined when either has no trials.
     */
    public static Estimate difference(long successes1, long trials1, long successes2, long trials2, double level) {
        if (trials1 == 0 || trials2 == 0) {
            return Estimate.undefined("one of the two has nothing to count", trials1 + trials2);
        }
        double p1 = (double) successes1 / trials1;
        double p2 = (double) successes2 / trials2;
        Interval interval = newcombe(p1, wilson(successes1, trials1, level), p2, wilson(successes2, trials2, level));
        return new Estimate(Figure.of(p1 - p2), Optional.of(interval), trials1 + trials2);
    }

    /** Newcombe's interval of a first rate less a second, from the Wilson intervals of both. */
    public static Interval newcombe(double p1, Interval one, double p2, Interval two) {
        double low = p1 - p2 - Math.hypot(p1 - one.low(), two.high() - p2);
        double high = p1 - p2 + Math.hypot(one.high() - p1, p2 - two.low());
        return new Interval(low, high, one.level(), "newcombe");
    }
}
