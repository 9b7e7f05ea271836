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
 * @param rule by which its label is found
 */
record Candidate(DeskItems.Known known, String lane, Standing standing, boolean held, Split split, LabelRule rule) {

    /** The findings that stand, by round and time. */
    List<Verdict> votes() {
        return standing.votes();
    }

    /** The label that counts; empty when the rule finds none. */
    Optional<LabelRule.Resolved> label() {
        return rule.resolve(standing);
    }

    /** Why it is not settled yet, or never will be; empty when its label may count. */
    Optional<LeftOut> unsettled() {
        return held ? Optional.of(LeftOut.HELD) : rule.unsettled(standing);
    }
}
