package dev.docket.metrics;

/**
 * Truths and the scores a model gave them, side by side.
 *
 * @param truth whether the label is really there
 * @param score any finite number for rankings; 0..1 for calibration figures. Not copied: treat as read-only
 * @param weight how much each counts, 0 or more. Not copied: treat as read-only
 */
public record ScoredSample(boolean[] truth, double[] score, double[] weight) {
    public ScoredSample {
        if (truth.length != score.length || truth.length != weight.length) {
            throw new IllegalArgumentException(truth.length + " truths, " + score.length + " scores, " + weight.length + " weights");
        }
        for (int i = 0; i < score.length; i++) {
            if (!Double.isFinite(score[i])) {
                throw new IllegalArgumentException("Score " + i + " is " + score[i]);
            }
            if (!(weight[i] >= 0) || weight[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("Weight " + i + " is " + weight[i]);
            }
        }
    }

    /** Every item counts the same. */
    public static ScoredSample of(boolean[] truth, double[] score) {
        double[] ones = new double[truth.length];
        java.util.Arrays.fill(ones, 1);
        return new ScoredSample(truth, score, ones);
    }

    public int size() {
        return truth.length;
    }

    /** Number of items whose label is there, whatever their weight. */
    public int positives() {
        int count = 0;
        for (boolean positive : truth) {
            count += positive ? 1 : 0;
        }
        return count;
    }

    /** The same truths under other scores. */
    public ScoredSample withScores(double[] others) {
        return new ScoredSample(truth, others, weight);
    }

    /** The items at these places, in this order; a place may come more than once. */
    public ScoredSample at(int[] places) {
        boolean[] truths = new boolean[places.length];
        double[] scores = new double[places.length];
        double[] weights = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            truths[i] = truth[places[i]];
            scores[i] = score[places[i]];
            weights[i] = weight[places[i]];
        }
        return new ScoredSample(truths, scores, weights);
    }
}
