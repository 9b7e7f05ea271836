package dev.docket.export;

import dev.docket.verdict.Verdict;
import java.util.List;

/** A live item that may come into a set. @param votes the decisions that stand, by round and time */
record Candidate(DeskItems.Known known, String lane, List<Verdict> votes, Split split) {}
