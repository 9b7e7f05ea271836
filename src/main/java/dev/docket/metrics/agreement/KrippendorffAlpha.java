package dev.docket.metrics.agreement;

import dev.docket.metrics.Figure;

/**
 * Krippendorff's alpha: 1 - Do / De, observed over expected disagreement. Do sums d(c, k) over the pairs of values of an item,
 * each by 1 / (values of the item - 1); De sums d over all pairs of values by 1 / (values - 1). Values may be missing; items
 * with one value stay out. The difference d is, nominal: 0 or 1; ordinal: the square of how many values lie from c to k, the ends
 * counted half; interval: (c - k)^2; ratio: ((c - k) / (c + k))^2, and 0 for two zeros. Source: Krippendorff 2011, "Computing
 * Krippendorff's alpha-reliability". As the package {@code krippendorff}. Undefined where no item has two values
 * and where only one value occurs.
 */
final class KrippendorffAlpha implements Statistic {
    /** Different values at the ratio level at most: all pairs of them are gone through. */
    static final int MOST_RATIOS = 1_000;

    private final Ratings ratings;
    private final Level level;

    KrippendorffAlpha(Ratings ratings, Level level) {
        this.ratings = ratings;
        this.level = level;
    }

    @Override
    public Figure of(int[] times) {
        if (level == Level.RATIO && ratings.values().size() > MOST_RATIOS) {
            return Figure.undefined("there are more than " + MOST_RATIOS + " different values, too many to compare all at the ratio level");
        }
        double[] totals = new double[ratings.values().size()];
        double n = 0;
        for (int k = 0; k < times.length; k++) {
            Ratings.Kind kind = ratings.kinds().get(k);
            if (times[k] > 0 && kind.paired()) {
                n += (double) times[k] * kind.size();
                for (int c = 0; c < kind.counts().length; c++) {
                    totals[kind.categories()[c]] += (double) times[k] * kind.counts()[c];
                }
            }
        }
        if (n == 0) {
            return Figure.undefined(NO_PAIR);
        }
        int occurring = 0;
        for (double total : totals) {
            occurring += total > 0 ? 1 : 0;
        }
        if (occurring < 2) {
            return Figure.undefined(ONE_VALUE);
        }
        double[] scale = scale(totals, n);
        double observed = 0;
        for (int k = 0; k < times.length; k++) {
            Ratings.Kind kind = ratings.kinds().get(k);
            if (times[k] > 0 && kind.paired()) {
                observed += times[k] * differences(kind, scale) / (kind.size() - 1);
            }
        }
        return Figure.of(1 - observed * (n - 1) / allDifferences(totals, scale, n));
    }

    /** Where each category lies: the ordinal difference is the squared distance between middles of ranks. Centred, so that squares keep their digits. */
    private double[] scale(double[] totals, double n) {
        double[] scale = ratings.numbers().clone();
        if (level == Level.ORDINAL) {
            double below = 0;
            for (int c = 0; c < totals.length; c++) {
                scale[c] = below + totals[c] / 2;
                below += totals[c];
            }
        }
        if (level == Level.ORDINAL || level == Level.INTERVAL) {
            double mean = 0;
            for (int c = 0; c < totals.length; c++) {
                mean += totals[c] / n * scale[c];
            }
            for (int c = 0; c < totals.length; c++) {
                scale[c] -= mean;
            }
        }
        return scale;
    }

    /** Sum of d over the ordered pairs of an item's values. */
    private double differences(Ratings.Kind kind, double[] scale) {
        double[] counts = new double[kind.counts().length];
        double[] places = new double[counts.length];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = kind.counts()[c];
            places[c] = scale[kind.categories()[c]];
        }
        return allDifferences(counts, places, kind.size());
    }

    /** Sum over ordered pairs of count_c count_k d(c, k). */
    private double allDifferences(double[] counts, double[] places, double n) {
        double sum = 0;
        switch (level) {
            case NOMINAL -> {
                for (double count : counts) {
                    sum += count * (n - count);
                }
            }
            case ORDINAL, INTERVAL -> {
                double mean = 0;
                for (int c = 0; c < counts.length; c++) {
                    mean += counts[c] / n * places[c];
                }
                for (int c = 0; c < counts.length; c++) {
                    sum += 2 * n * counts[c] * (places[c] - mean) * (places[c] - mean);
                }
            }
            case RATIO -> {
                for (int c = 0; c < counts.length; c++) {
                    for (int k = 0; counts[c] > 0 && k < c; k++) {
                        double d = (places[c] - places[k]) / (places[c] + places[k]);
                        sum += 2 * counts[c] * counts[k] * d * d;
                    }
                }
            }
        }
        return sum;
    }
}
