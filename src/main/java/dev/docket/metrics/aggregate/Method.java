package dev.docket.metrics.aggregate;

import dev.docket.progress.Progress;

/** How votes are put together. */
public enum Method {
    /** Shares of votes. Skill: the share of a rater's votes that the majority shares. */
    MAJORITY,
    /** A confusion matrix for each rater. */
    DAWID_SKENE,
    /** One probability of being right for each rater. */
    ONE_COIN,
    /** An ability for each rater and an ease for each item. */
    GLAD;

    /** @param iterations at most, 1 or more; the majority needs none */
    public Aggregation of(Votes votes, int iterations, Progress progress) {
        return switch (this) {
            case MAJORITY -> Aggregation.majority(votes);
            case DAWID_SKENE -> DawidSkene.of(votes, false, iterations, progress);
            case ONE_COIN -> DawidSkene.of(votes, true, iterations, progress);
            case GLAD -> Glad.of(votes, iterations, progress);
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
