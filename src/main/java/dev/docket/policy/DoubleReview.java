package dev.docket.policy;

/**
 * Which first decisions are drawn for a blind second look by somebody else, beside those whose reviewer asks for one. Each rule draws by
 * itself; a decision is looked at again when any of them draws it.
 *
 * @param random of all decisions, 0..1
 * @param first how many decisions of somebody who begins are drawn more often
 * @param newReviewers of those, 0..1
 * @param from severity of a finding from which on more are drawn
 * @param severe of those, 0..1
 * @param score from which on a model's score, read as a label of the pack, is held against another finding, 0..1
 * @param againstModel of the findings that differ from it, 0..1
 */
public record DoubleReview(double random, int first, double newReviewers, Severity from, double severe, double score, double againstModel) {
    /** What holds where a pack says nothing: rates that are a guess, not measured. */
    public static final DoubleReview DEFAULT = new DoubleReview(0.05, 200, 0.25, Severity.S4, 1, 0.9, 0.5);

    private static final int MOST = 100_000;

    /** @param section {@code double_review}; what it leaves out is as in {@link #DEFAULT} */
    static DoubleReview read(Fields section) {
        Fields starters = section.orEmpty("new_reviewers");
        Fields severity = section.orEmpty("severity");
        Fields model = section.orEmpty("model");
        if (starters.optionalNumber("first", 0, MOST).filter(n -> n != Math.rint(n)).isPresent()) {
            starters.fault("first", "is a whole number");
        }
        DoubleReview rules = new DoubleReview(
                section.optionalNumber("random", 0, 1).orElse(DEFAULT.random),
                starters.optionalNumber("first", 0, MOST).map(Double::intValue).orElse(DEFAULT.first), starters.optionalNumber("share", 0, 1).orElse(DEFAULT.newReviewers),
                severity.optionalSeverity("from").orElse(DEFAULT.from), severity.optionalNumber("share", 0, 1).orElse(DEFAULT.severe),
                model.optionalNumber("score", 0, 1).orElse(DEFAULT.score), model.optionalNumber("share", 0, 1).orElse(DEFAULT.againstModel));
        starters.noMore();
        severity.noMore();
        model.noMore();
        section.noMore();
        return rules;
    }
}
