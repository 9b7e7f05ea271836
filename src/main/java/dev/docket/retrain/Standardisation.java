package dev.docket.retrain;

import java.util.List;

/**
 * Per feature, the mean and standard deviation (population) of the training items, by which features are made comparable.
 * A feature that never varies has deviation 1 and so becomes 0. Standardised features are held within {@link #MOST}
 * deviations, so that no picture unlike all training pictures gets its score from one wild feature.
 *
 * @param mean as a float32 holds it, so that the model file computes with the same number
 * @param scale 1 over the deviation, as a float32 holds it
 */
record Standardisation(double[] mean, double[] scale) {
    /** Farthest a standardised feature goes either way. */
    static final double MOST = 3;

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
        double[] scale = new double[d];
        for (int j = 0; j < d; j++) {
            double sd = Math.sqrt(square[j] / rows.size());
            scale[j] = sd > CONSTANT * Math.max(CONSTANT, Math.abs(mean[j])) ? (float) (1 / sd) : 1;
            mean[j] = (float) mean[j];
        }
        return new Standardisation(mean, scale);
    }

    int dimensions() {
        return mean.length;
    }

    double[] apply(float[] row) {
        double[] standard = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            standard[j] = Math.clamp((row[j] - mean[j]) * scale[j], -MOST, MOST);
        }
        return standard;
    }
}
