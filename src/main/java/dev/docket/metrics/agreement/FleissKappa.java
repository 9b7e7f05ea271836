package dev.docket.metrics.agreement;

import dev.docket.metrics.Figure;

/**
 * Fleiss' kappa: (P - Pe) / (1 - Pe), where P is the share of agreeing pairs of values of an item, averaged over items, and Pe
 * the sum of squared shares of the categories. Source: Fleiss 1971. As statsmodels' {@code fleiss_kappa}. Undefined where items
 * have different numbers of values (which it is not made for; Krippendorff's alpha and Gwet's AC1 are), fewer than two,
 * or all the same value.
 */
final class FleissKappa implements Statistic {
    private final Ratings ratings;
    private final double[] agreeing;
    private final String unfit;

    FleissKappa(Ratings ratings) {
        this.ratings = ratings;
        int least = ratings.kinds().stream().mapToInt(Ratings.Kind::size).min().orElse(0);
        int most = ratings.kinds().stream().mapToInt(Ratings.Kind::size).max().orElse(0);
        this.unfit = least != most ? "items have between " + least + " and " + most + " values, and Fleiss' kappa needs as many for each"
                : most < 2 ? NO_PAIR : "";
        this.agreeing = ratings.kinds().stream().mapToDouble(kind -> kind.paired() ? kind.agreeing() : 0).toArray();
    }

    @Override
    public Figure of(int[] times) {
        if (!unfit.isEmpty()) {
            return Figure.undefined(unfit);
        }
        double[] totals = new double[ratings.values().size()];
        double agreed = 0;
        double values = 0;
        long items = 0;
        for (int k = 0; k < times.length; k++) {
            if (times[k] == 0) {
                continue;
            }
            Ratings.Kind kind = ratings.kinds().get(k);
            agreed += times[k] * agreeing[k];
            items += times[k];
            values += (double) times[k] * kind.size();
            for (int c = 0; c < kind.counts().length; c++) {
                totals[kind.categories()[c]] += (double) times[k] * kind.counts()[c];
            }
        }
        double differing = 0;
        for (double total : totals) {
            differing += total / values * ((values - total) / values);
        }
        return differing <= 0 ? Figure.undefined(ONE_VALUE) : Figure.of(1 - (1 - agreed / items) / differing);
    }
}
