package dev.docket.retrain;

import dev.docket.progress.Progress;
import java.util.Arrays;

/**
 * Differentially private stochastic gradient descent (Abadi et al. 2016, arXiv 1607.00133) for one logistic regression per label:
 * each step takes every unit with the same probability, adds up their gradients over all labels, each clipped to one norm,
 * adds normal noise and goes downhill. The answer is the mean of the second half of the steps, which costs no privacy.
 * A unit is all rows of one uploader: their gradients are added before they are clipped.
 */
final class DpSgd {
    /** Chosen once, on made-up embeddings, so that nothing of a desk goes into them. */
    record Plan(double samplingRate, int steps, double rate, double decay, double clip) {
        static final Plan DEFAULT = new Plan(0.064, 470, 4, 1e-4, 1);
    }

    private final double[][] rows;
    private final double[][] target;
    private final double[] weight;
    private final int[][] units;
    private final int labels;

    /**
     * @param rows features, their last one 1 for the bias
     * @param target per row and label 0..1, or NaN where nobody judged
     * @param unit per row, any number
     */
    DpSgd(double[][] rows, double[][] target, double[] weight, int[] unit) {
        this.rows = rows;
        this.target = target;
        this.weight = weight;
        this.labels = target[0].length;
        this.units = members(unit);
    }

    static int[][] members(int[] unit) {
        int[] distinct = Arrays.stream(unit).distinct().sorted().toArray();
        int[] counts = new int[distinct.length];
        int[] place = Arrays.stream(unit).map(u -> Arrays.binarySearch(distinct, u)).toArray();
        Arrays.stream(place).forEach(p -> counts[p]++);
        int[][] members = new int[distinct.length][];
        Arrays.setAll(members, u -> new int[counts[u]]);
        for (int i = place.length - 1; i >= 0; i--) {
            members[place[i]][--counts[place[i]]] = i;
        }
        return members;
    }

    int units() {
        return units.length;
    }

    /**
     * Per label the coefficients, the bias last.
     *
     * @param noise deviation over the clipping norm, above 0
     */
    double[][] run(Plan plan, double noise, SecureGaussian random, Progress progress) {
        int d = rows[0].length;
        double[] w = new double[labels * d];
        double[] mean = new double[labels * d];
        double[] sum = new double[labels * d];
        double[] own = new double[labels * d];
        double expected = plan.samplingRate() * units.length;
        int counted = 0;
        for (int step = 0; step < plan.steps(); step++) {
            progress.stopIfCancelled();
            progress.at(step, plan.steps(), "private steps");
            Arrays.fill(sum, 0);
            for (int[] members : units) {
                if (random.uniform() <= plan.samplingRate()) {
                    gradient(w, members, own);
                    addClipped(own, plan.clip(), sum);
                }
            }
            for (int j = 0; j < w.length; j++) {
                double noised = random.noised(sum[j], noise * plan.clip(), plan.clip());
                w[j] -= plan.rate() * (noised / expected + plan.decay() * w[j]);
            }
            if (2 * step >= plan.steps() - 1) {
                counted++;
                for (int j = 0; j < w.length; j++) {
                    mean[j] += (w[j] - mean[j]) / counted;
                }
            }
        }
        double[][] coefficients = new double[labels][];
        Arrays.setAll(coefficients, l -> Arrays.copyOfRange(mean, l * d, (l + 1) * d));
        return coefficients;
    }

    /** Of the log loss over a unit's rows, into {@code own}. */
    private void gradient(double[] w, int[] members, double[] own) {
        Arrays.fill(own, 0);
        for (int i : members) {
            double[] row = rows[i];
            for (int l = 0; l < labels; l++) {
                if (Double.isNaN(target[i][l])) {
                    continue;
                }
                int from = l * row.length;
                double z = 0;
                for (int j = 0; j < row.length; j++) {
                    z += w[from + j] * row[j];
                }
                double residual = weight[i] * (LogisticFit.sigmoid(z) - target[i][l]);
                for (int j = 0; j < row.length; j++) {
                    own[from + j] += residual * row[j];
                }
            }
        }
    }

    private static void addClipped(double[] own, double clip, double[] sum) {
        double square = 0;
        for (double g : own) {
            square += g * g;
        }
        double factor = Math.min(1, clip / Math.sqrt(square));
        for (int j = 0; j < own.length && square > 0; j++) {
            sum[j] += factor * own[j];
        }
    }
}
