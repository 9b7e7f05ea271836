package dev.docket.retrain;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Where a score starts to count. */
final class Threshold {
    private Threshold() {}

    /**
     * The score, 0..1, halfway between two neighbours where F1 is highest; of equal ones the higher, which flags less.
     * Rows whose logit is NaN stay out; 0.5 when nothing remains to choose by.
     */
    static double highestF1(double[] logits, double[] target, double[] weight) {
        int[] falling = IntStream.range(0, logits.length).filter(i -> !Double.isNaN(logits[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i])).mapToInt(Integer::intValue).toArray();
        double positives = 0;
        for (int i : falling) {
            positives += weight[i] * target[i];
        }
        double hit = 0;
        double flagged = 0;
        double bestF1 = 0;
        double threshold = 0.5;
        for (int k = 0; k < falling.length; k++) {
            hit += weight[falling[k]] * target[falling[k]];
            flagged += weight[falling[k]];
            double here = logits[falling[k]];
            boolean last = k + 1 == falling.length;
            if (!last && logits[falling[k + 1]] == here) {
                continue;
            }
            double f1 = 2 * hit / (positives + flagged);
            if (f1 > bestF1 + 1e-12) {
                bestF1 = f1;
                threshold = last ? LogisticFit.sigmoid(here) : (LogisticFit.sigmoid(here) + LogisticFit.sigmoid(logits[falling[k + 1]])) / 2;
            }
        }
        return threshold;
    }
}
