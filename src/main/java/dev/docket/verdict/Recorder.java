package dev.docket.verdict;

import dev.docket.queue.LeasedTask;
import java.util.List;
import java.util.Optional;

/** Where a person's verdicts go: the desk's record, by way of the journal or not. */
public interface Recorder {

    /** Puts a verdict that is about to be recorded on this machine's disk, whatever else is under way. */
    default void keep(Verdict verdict) {}

    /** @see VerdictDesk#record */
    VerdictDesk.Outcome record(Verdict verdict);

    /** @see VerdictDesk#revise */
    boolean revise(Verdict changed);

    /** @see VerdictDesk#undo */
    Optional<LeasedTask> undo(Verdict verdict);

    /** @see VerdictDesk#redo */
    Optional<Verdict> redo(Verdict verdict);

    /** Sends what waits, in order, as far as the database answers. */
    default Sent send() {
        return Sent.NOTHING;
    }

    /** How many verdicts wait to be sent. */
    default int waiting() {
        return 0;
    }

    /** Takes back a verdict that waits and was never sent. False for any other. */
    default boolean withdraw(Verdict verdict) {
        return false;
    }

    /**
     * What became of verdicts that had waited.
     *
     * @param recorded are recorded now
     * @param late came after their lease had passed, and are kept as second opinions
     * @param refused were not taken, and why; they stay where they were
     */
    record Sent(List<Verdict> recorded, List<Verdict> late, List<Outbox.Left> refused) {
        public static final Sent NOTHING = new Sent(List.of(), List.of(), List.of());

        public Sent {
            recorded = List.copyOf(recorded);
            late = List.copyOf(late);
            refused = List.copyOf(refused);
        }
    }
}
