package dev.docket.export;

import dev.docket.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A live item that may come into a set.
 *
 * @param votes the decisions that stand, by round and time
 * @param settling tasks whose decision settles an item
 * @param escalatedRound highest round in which it was passed up a ladder; 0 when it was not
 */
record Candidate(DeskItems.Known known, String lane, List<Verdict> votes, Set<UUID> settling, int escalatedRound, Split split) {

    /** The label that counts; empty when reviewers disagree. */
    Optional<LabelRule.Resolved> label() {
        return LabelRule.resolve(votes, settling);
    }


    /** Whether somebody passed it up a ladder and nobody above decided yet. */
    boolean awaitsLadder() {
        return votes.stream().allMatch(v -> v.round() <= escalatedRound);
    }
}
