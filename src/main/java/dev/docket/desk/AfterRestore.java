package dev.docket.desk;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.backup.Restoring;
import dev.docket.queue.PutBack;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What is due at the first opening of a desk of one's own that was put back from a backup, or of a team's database.
 *
 * @param snapshot the backup's name
 * @param queue what became of leases and epochs
 * @param entries how many lines the log has
 * @param checkpoint on how many of them its last checkpoint is; empty: it was never sealed
 */
public record AfterRestore(String snapshot, PutBack queue, long entries, OptionalLong checkpoint) {

    /** Does it if a restore left its note here, and takes the note away. A team's desk has no queue of its own: there the note just goes. */
    static Optional<AfterRestore> run(Path profile, boolean ofTeam, Database database, AuditLog audit) {
        try {
            Optional<Restoring.Note> note = Restoring.note(profile);
            Optional<AfterRestore> done = note.filter(_ -> !ofTeam).map(found -> run(database, audit, found.snapshot()));
            Files.deleteIfExists(profile.resolve(Restoring.NOTE));
            return done;
        } catch (IOException e) {
            throw new StorageException("The note of the restore in " + profile + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The duty itself, in one transaction with its line in the log. @param snapshot what the database was put back from, a code */
    public static AfterRestore run(Database database, AuditLog audit, String snapshot) {
        return database.inTransaction(tx -> {
            PutBack queue = PutBack.settle(tx);
            AfterRestore done = new AfterRestore(snapshot, queue, count(tx, "select count(*) from audit_entry").orElse(0), count(tx, "select max(tree_size) from audit_checkpoint"));
            audit.append(tx, AuditKind.DATABASE_RESTORED, done.line());
            return done;
        });
    }

    private Map<String, Object> line() {
        Map<String, Object> line = new TreeMap<>(Map.of("from", snapshot, "leases", queue.leases(), "tasks", queue.tasks(), "entries", entries));
        checkpoint.ifPresent(size -> line.put("checkpoint", size));
        return line;
    }

    private static OptionalLong count(Handle tx, String query) {
        Long count = tx.createQuery(query).mapTo(Long.class).findOne().orElse(null);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
