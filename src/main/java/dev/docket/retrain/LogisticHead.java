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
}
