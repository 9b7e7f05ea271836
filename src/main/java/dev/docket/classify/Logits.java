package dev.docket.classify;

/** Logits made into scores of 0..1. */
final class Logits {
    private Logits() {}

    /** In place: a sigmoid each where labels may hold together or stand alone, softmax where exactly one holds. */
    static void toScores(float[] logits, boolean multiLabel) {
        if (multiLabel || logits.length == 1) {
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) (1 / (1 + Math.exp(-logits[i])));
            }
            return;
        }
        float largest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (Math.exp(logits[i] - largest) / sum);
        }
    }
}
