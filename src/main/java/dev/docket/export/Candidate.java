package dev.docket.export;

import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A live item that may come into a set.
 *
 * @param standing what its events come to
 * @param held whether something that counts on it has not left the desk yet
 */
record Candidate(DeskItems.Known known, String lane, Standing standing, boolean held, Split split) {

    /** The findings that stand, by round and time. */
    List<Verdict> votes() {
        return standing.votes();
    }

    /** The label that counts; empty when reviewers disagree, or agree that none is right. */
    Optional<LabelRule.Resolved> label() {
        return standing.deciding().isEmpty() ? Optional.empty() : LabelRule.resolve(votes(), standing.settling());
    }

    /** Why it is not settled yet, or never will be; empty when its label may count. */
    Optional<LeftOut> unsettled() {
        return held ? Optional.of(LeftOut.HELD) : switch (standing.state()) {
            case OPEN -> Optional.of(LeftOut.UNDECIDED);
            case ESCALATED -> Optional.of(LeftOut.ESCALATED);
            case APPEALED -> Optional.of(LeftOut.APPEALED);
            case GREY -> Optional.of(LeftOut.GREY);
            case DISPUTED -> Optional.of(LeftOut.DISAGREEMENT);
            case DECIDED -> label().isPresent() ? Optional.empty() : Optional.of(LeftOut.DISAGREEMENT);
        };
    }
}
