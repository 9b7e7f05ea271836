package dev.docket.verdict;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored verdicts. Quarantined items never appear. */
public final class Verdicts {

    /** Every event of an item, oldest first. */
    public List<Verdict> history(Handle tx, UUID item) {
        throw new UnsupportedOperationException();
    }

    /** What counts now: the highest revision of each (task, round) where it is a decision. In order of time, then id. */
    public List<Verdict> current(Handle tx) {
        throw new UnsupportedOperationException();
    }

    /** Next free revision number of a task's round. */
    public int nextRevision(Handle tx, UUID task, int round) {
        throw new UnsupportedOperationException();
    }
}
