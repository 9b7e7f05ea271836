package dev.docket.dsa;

import dev.docket.item.ItemFacts;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.Mode;
import dev.docket.verdict.Shown.Seen;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;

/**
 * How much of finding a picture, and of deciding on it, machines did. The readings are careful ones: whoever saw a machine's
 * score, or what a machine put beside the picture, is said to have been helped. docs/statements-of-reasons.md has the table.
 */
final class Automation {

    /** {@code automated_decision}. */
    enum Decision { FULLY, PARTIALLY, NOT_AUTOMATED }

    private Automation() {}

    /**
     * {@code automated_detection}: whether the item came in by a classifier, a hash or a rule. Where the feed does not say, a
     * report says that people pointed at it; an item with neither was flagged by whatever machine feeds the desk.
     */
    static boolean detection(ItemFacts facts) {
        return facts.flaggedBy().map(by -> switch (by) {
            case CLASSIFIER, HASH, RULE -> true;
            case REPORT, NOTICE, TRUSTED_FLAGGER, STAFF -> false;
        }).orElse(facts.reports().isEmpty());
    }

    /** {@code automated_decision} of the decision itself, whoever looked at the item later. */
    static Decision decision(Verdict verdict) {
        Shown shown = verdict.shown();
        Seen seen = shown.seen().orElse(verdict.kind() == VerdictKind.PROPAGATED ? Seen.NOT : Seen.FULL);
        if (seen == Seen.NOT) {
            return Decision.FULLY;
        }
        boolean helped = verdict.kind() == VerdictKind.PROPAGATED || seen == Seen.GALLERY || shown.scoresVisible()
                || shown.mode().filter(Mode.ASSISTED::equals).isPresent() || !shown.pastVerdicts().isEmpty();
        return helped ? Decision.PARTIALLY : Decision.NOT_AUTOMATED;
    }
}
