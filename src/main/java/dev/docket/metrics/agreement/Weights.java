package dev.docket.metrics.agreement;

/** How much a disagreement counts in Cohen's kappa, by how many categories lie between the two values. */
public enum Weights {
    /** All the same. */
    NONE,
    /** |i - j|. */
    LINEAR,
    /** (i - j)^2. */
    QUADRATIC;

    double of(int i, int j) {
        return switch (this) {
            case NONE -> i == j ? 0 : 1;
            case LINEAR -> Math.abs(i - j);
            case QUADRATIC -> (double) (i - j) * (i - j);
        };
    }
}
