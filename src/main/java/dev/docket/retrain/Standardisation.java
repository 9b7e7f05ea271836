package dev.docket.retrain;

import java.util.List;

/**
 * Per feature, the mean and standard deviation (population) of the training items, by which features are made comparable.
 * A feature that never varies has deviation 1 and so becomes 0.
 */
record Standardisation(double[] mean, double[] deviation) {
    /** Under this share of its size a float32 feature is constant but for rounding. */
    private static final double CONSTANT = 1e-6;

    /** @param rows at least one, all of the same length */
    static Standardisation of(List<float[]> rows) {
        int d = rows.getFirst().length;
        double[] mean = new double[d];
        for (float[] row : rows) {
            for (int j = 0; j < d; j++) {
                mean[j] += row[j] / (double) rows.size();
            }
        }
        double[] square = new double[d];
        for (float[] row : rows) {
            for (int j = 0; j < d; j++) {
                double away = row[j] - mean[j];
                square[j] += away * away;
            }
        }
        double[] deviation = new double[d];
        for (int j = 0; j < d; j++) {
            double sd = Math.sqrt(square[j] / rows.size());
            deviation[j] = sd > CONSTANT * Math.max(CONSTANT, Math.abs(mean[j])) ? sd : 1;
        }
        return new Standardisation(mean, deviation);
    }

    int dimensions() {
        return mean.length;
    }

    double[] apply(float[] row) {
        double[] standard = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            standard[j] = (row[j] - mean[j]) / deviation[j];
        }
        return standard;
    }
}
