package dev.docket.verdict;

import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import java.util.Optional;

/**
 * Where verdicts are recorded. Each method is one transaction: the event, the task's new state and the audit line are
 * stored together or not at all, and a repeated call with the same verdict id changes nothing. Several threads.
 */
public final class VerdictDesk {

    /** What became of a verdict. LATE: the lease had passed to someone else, kept as a second opinion. */
    public enum Outcome { ACCEPTED, DUPLICATE, LATE }

    public VerdictDesk(Database database, ReviewQueue queue, Items items, BlobStore blobs, AuditLog audit) {
        throw new UnsupportedOperationException();
    }

    /** Records a decision, an escalation, a skip or a quarantine, as {@code verdict.kind()} says. An unsure decision files a second opinion. */
    public Outcome record(Verdict verdict) {
        throw new UnsupportedOperationException();
    }

    /** Takes back the reviewer's event and leases the task to them again. Empty when it cannot be taken back (quarantine, or someone else acted since). */
    public Optional<LeasedTask> undo(Verdict verdict) {
        throw new UnsupportedOperationException();
    }
}
