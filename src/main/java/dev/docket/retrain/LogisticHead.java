package dev.docket.retrain;

import java.util.List;

/**
 * A trained head: one sigmoid per label over standardised features.
 *
 * @param labels in output order
 * @param coefficients per label, one per feature
 * @param bias per label
 */
public record LogisticHead(List<String> labels, Standardisation standardisation, double[][] coefficients, double[] bias) {
    public LogisticHead {
        labels = List.copyOf(labels);
    }

    /** One per label, in the order of {@link #labels}. */
    public double[] logits(float[] features) {
        double[] standard = standardisation.apply(features);
        double[] logits = new double[labels.size()];
        for (int l = 0; l < logits.length; l++) {
            double sum = bias[l];
            for (int j = 0; j < standard.length; j++) {
                sum += coefficients[l][j] * standard[j];
            }
            logits[l] = sum;
        }
        return logits;
    }

    /** Sigmoids of {@link #logits}. */
    public double[] scores(float[] features) {
        double[] scores = logits(features);
        for (int l = 0; l < scores.length; l++) {
            scores[l] = LogisticFit.sigmoid(scores[l]);
        }
        return scores;
    }

    /** Weights that take features as they come: coefficient over deviation. */
    double[][] rawWeights() {
        double[][] raw = new double[labels.size()][standardisation.dimensions()];
        for (int l = 0; l < raw.length; l++) {
            for (int j = 0; j < raw[l].length; j++) {
                raw[l][j] = coefficients[l][j] / standardisation.deviation()[j];
            }
        }
        return raw;
    }

    /** The bias that goes with {@link #rawWeights}: the means' share taken off. */
    double[] rawBias() {
        double[][] raw = rawWeights();
        double[] shifted = bias.clone();
        for (int l = 0; l < shifted.length; l++) {
            for (int j = 0; j < raw[l].length; j++) {
                shifted[l] -= raw[l][j] * standardisation.mean()[j];
            }
        }
        return shifted;
    }
}
