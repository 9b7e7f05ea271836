package dev.docket.metrics.agreement;

import dev.docket.metrics.Figure;

/**
 * Gwet's AC1: (pa - pe) / (1 - pe), with pa the percent agreement, pe = sum pi_k (1 - pi_k) / (q - 1), and pi_k the mean over
 * items of the share of an item's values that are k. Any number of raters, values may be missing: an item with one value
 * counts in pi only. Source: Gwet 2008, "Computing inter-rater reliability and its variance in the presence of high agreement",
 * and Gwet 2014, 4th ed., chapter 2. q are the categories that occur in the file. Undefined with one category, and
 * without an item that has two values.
 */
final class GwetAc1 implements Statistic {
    private final Ratings ratings;
    private final PercentAgreement agreement;

    GwetAc1(Ratings ratings) {
        this.ratings = ratings;
        this.agreement = new PercentAgreement(ratings);
    }

    @Override
    public Figure of(int[] times) {
        int q = ratings.values().size();
        if (q < 2) {
            return Figure.undefined(ONE_VALUE);
        }
        double[] share = new double[q];
        long items = 0;
        for (int k = 0; k < times.length; k++) {
            Ratings.Kind kind = ratings.kinds().get(k);
            items += times[k];
            for (int c = 0; times[k] > 0 && c < kind.counts().length; c++) {
                share[kind.categories()[c]] += (double) times[k] * kind.counts()[c] / kind.size();
            }
        }
        double chance = 0;
        for (double each : share) {
            chance += each / items * (1 - each / items) / (q - 1);
        }
        double expected = chance;
        return agreement.of(times).map(agreed -> (agreed - expected) / (1 - expected));
    }
}
