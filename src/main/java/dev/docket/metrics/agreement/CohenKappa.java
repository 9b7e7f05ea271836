package dev.docket.metrics.agreement;

import dev.docket.metrics.Figure;
import java.util.TreeSet;

/**
 * Cohen's kappa of two raters over the items that both judged: 1 - sum w_ij o_ij / sum w_ij e_ij, where o are the observed
 * shares of pairs, e the product of each rater's own shares, and w says how much a disagreement counts. Source: Cohen 1960, "A
 * coefficient of agreement for nominal scales", and Cohen 1968, "Weighted kappa". As scikit-learn's {@code cohen_kappa_score}:
 * weights go by how many of the categories that occur in these pairs lie between. Undefined unless there are two raters, and
 * where chance alone would make them agree.
 */
final class CohenKappa implements Statistic {
    private final Ratings ratings;
    private final Weights weights;
    private final int[] rank;
    private final int categories;

    CohenKappa(Ratings ratings, Weights weights) {
        this.ratings = ratings;
        this.weights = weights;
        TreeSet<Integer> occurring = new TreeSet<>();
        for (Ratings.Kind kind : ratings.kinds()) {
            if (kind.first() >= 0 && kind.second() >= 0) {
                occurring.add(kind.first());
                occurring.add(kind.second());
            }
        }
        this.rank = new int[ratings.values().size()];
        int next = 0;
        for (int category : occurring) {
            rank[category] = next++;
        }
        this.categories = next;
    }

    @Override
    public Figure of(int[] times) {
        if (ratings.raters() != 2) {
            return Figure.undefined("Cohen's kappa compares two raters, and there " + (ratings.raters() == 1 ? "is one" : "are " + ratings.raters()));
        }
        double[] first = new double[categories];
        double[] second = new double[categories];
        double observed = 0;
        long n = 0;
        for (int k = 0; k < times.length; k++) {
            Ratings.Kind kind = ratings.kinds().get(k);
            if (times[k] > 0 && kind.first() >= 0 && kind.second() >= 0) {
                first[rank[kind.first()]] += times[k];
                second[rank[kind.second()]] += times[k];
                observed += times[k] * weights.of(rank[kind.first()], rank[kind.second()]);
                n += times[k];
            }
        }
        if (n == 0) {
            return Figure.undefined(NO_PAIR);
        }
        double expected = expected(first, second, n);
        return expected <= 0 ? Figure.undefined(ONE_VALUE) : Figure.of(1 - observed * n / expected);
    }

    /** Sum of w_ij first_i second_j, without going through all pairs of categories. */
    private double expected(double[] first, double[] second, long n) {
        double sum = 0;
        switch (weights) {
            case NONE -> {
                // counted over what differs: exactly 0 where nothing does
                for (int i = 0; i < categories; i++) {
                    sum += first[i] * (n - second[i]);
                }
            }
            case LINEAR -> {
                double below1 = 0;
                double below2 = 0;
                for (int i = 0; i < categories - 1; i++) {
                    below1 += first[i];
                    below2 += second[i];
                    sum += below1 * (n - below2) + (n - below1) * below2;
                }
            }
            case QUADRATIC -> {
                double[] m1 = moments(first);
                double[] m2 = moments(second);
                sum = n * m1[1] + n * m2[1] - 2 * m1[0] * m2[0];
            }
        }
        return sum;
    }

    private double[] moments(double[] counts) {
        double[] moments = new double[2];
        for (int i = 0; i < counts.length; i++) {
            moments[0] += i * counts[i];
            moments[1] += (double) i * i * counts[i];
        }
        return moments;
    }
}
