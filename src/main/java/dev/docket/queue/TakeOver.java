package dev.docket.queue;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.storage.Database;
import java.util.Map;

/** A lead takes what somebody holds back to its lane, and the log says so. Several threads. */
public final class TakeOver {
    private final Database database;
    private final ReviewQueue queue;
    private final AuditLog audit;

    /** @param audit the lead's */
    public TakeOver(Database database, ReviewQueue queue, AuditLog audit) {
        this.database = database;
        this.queue = queue;
        this.audit = audit;
    }

    /** Returns how many tasks that were; 0 when they have been given back or decided meanwhile. */
    public int of(Holder holder) {
        return database.inTransaction(tx -> {
            int taken = queue.takeFrom(tx, holder);
            if (taken > 0) {
                audit.append(tx, AuditKind.LEASES_TAKEN_OVER, holder.person(), Map.of("lane", holder.lane(), "tasks", taken));
            }
            return taken;
        });
    }
}
