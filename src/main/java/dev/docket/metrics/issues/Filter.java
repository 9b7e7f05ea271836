package dev.docket.metrics.issues;

/** Which items are suspected, as in cleanlab's {@code find_label_issues}. */
public enum Filter {
    /** For each pair of classes as many as the joint counts, those with the largest margin. */
    PRUNE_BY_NOISE_RATE,
    /** For each class as many as the joint counts off its diagonal, those of lowest probability. */
    PRUNE_BY_CLASS,
    /** What both of these name. */
    BOTH,
    /** What the joint counts off its diagonal. */
    CONFIDENT_LEARNING,
    /** Where another class is the most probable. */
    PREDICTED_NEQ_GIVEN,
    /** As many as confident learning finds, those of lowest probability of their label. */
    LOW_SELF_CONFIDENCE,
    /** As many as confident learning finds, those of lowest normalised margin. */
    LOW_NORMALIZED_MARGIN;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
