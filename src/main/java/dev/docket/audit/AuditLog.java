package dev.docket.audit;

import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The tamper-evident log: one hash chain per writer. Appends inside the caller's transaction, so that a change and its
 * line are stored together or not at all. The writer's row is locked for the rest of the transaction, which orders
 * concurrent appends of one writer. Several threads.
 */
public final class AuditLog {

    /**
     * @param writer id of the chain; one per signed-in client
     * @param name what the writer is, such as {@code desk} or {@code intake}
     */
    public AuditLog(UUID writer, String name, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** @param body a record or map of ids, pseudonyms and hashes; stored as canonical JSON */
    public AuditEntry append(Handle tx, String kind, Object body) {
        throw new UnsupportedOperationException();
    }
}
