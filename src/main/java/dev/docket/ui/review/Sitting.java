package dev.docket.ui.review;

import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import java.util.Optional;

/**
 * How far a reviewer's sitting is.
 *
 * @param last what an undo would take back
 * @param next what a redo would make anew
 * @param held how many of the reviewer's verdicts are younger than the publish hold
 */
public record Sitting(Optional<Session.Act> last, Optional<Verdict> next, int held) {
    static final Sitting NOTHING = new Sitting(Optional.empty(), Optional.empty(), 0);
}
