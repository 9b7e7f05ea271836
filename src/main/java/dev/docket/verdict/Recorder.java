package dev.docket.verdict;

import dev.docket.queue.LeasedTask;
import java.util.Optional;

/** Where a person's verdicts go: the desk's record, by way of the journal or not. */
public interface Recorder {

    /** @see VerdictDesk#record */
    VerdictDesk.Outcome record(Verdict verdict);

    /** @see VerdictDesk#revise */
    boolean revise(Verdict changed);

    /** @see VerdictDesk#undo */
    Optional<LeasedTask> undo(Verdict verdict);

    /** @see VerdictDesk#redo */
    Optional<Verdict> redo(Verdict verdict);
}
