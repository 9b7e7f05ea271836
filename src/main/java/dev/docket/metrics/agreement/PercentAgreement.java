package dev.docket.metrics.agreement;

import dev.docket.metrics.Figure;

/**
 * The share of pairs of raters that agree, averaged over the items that two or more raters judged: 0..1. With two raters it is
 * the share of items on which both say the same. Source: Fleiss 1971, "Measuring nominal scale agreement among many raters",
 * the mean of P_i; with missing values as p_a in Gwet 2014, "Handbook of inter-rater reliability", 4th ed., equation 2.9.
 * Undefined where no item has two values.
 */
final class PercentAgreement implements Statistic {
    private final Ratings ratings;
    private final double[] agreeing;

    PercentAgreement(Ratings ratings) {
        this.ratings = ratings;
        this.agreeing = ratings.kinds().stream().mapToDouble(kind -> kind.paired() ? kind.agreeing() : 0).toArray();
    }

    @Override
    public Figure of(int[] times) {
        double sum = 0;
        long items = 0;
        for (int k = 0; k < times.length; k++) {
            if (times[k] > 0 && ratings.kinds().get(k).paired()) {
                sum += times[k] * agreeing[k];
                items += times[k];
            }
        }
        return items == 0 ? Figure.undefined(NO_PAIR) : Figure.of(sum / items);
    }
}
