package dev.docket.export;

import dev.docket.verdict.Verdict;
import java.util.List;

/**
 * A live item that may come into a set.
 *
 * @param votes the decisions that stand, by round and time
 * @param escalatedRound highest round in which it was passed up a ladder; 0 when it was not
 */
record Candidate(DeskItems.Known known, String lane, List<Verdict> votes, int escalatedRound, Split split) {

    /** Whether somebody passed it up a ladder and nobody above decided yet. */
    boolean awaitsLadder() {
        return votes.stream().allMatch(v -> v.round() <= escalatedRound);
    }
}
