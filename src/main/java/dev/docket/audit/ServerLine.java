package dev.docket.audit;

import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.sql.DatabaseMetaData;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Appends an entry in one round trip to a database server, which would otherwise be asked for the end of the chain, told the
 * entry, and told the new end. What it hashed is hashed here once more.
 */
final class ServerAppend {
    private ServerAppend() {}

    static boolean isAt(Handle tx) {
        return tx.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("PostgreSQL");
    }

    /**
     * @param open an entry without its place: its number, its predecessor and its hash are worked out
     * @return empty when there is no such chain yet
     */
    static Optional<AuditEntry> append(Handle tx, AuditEntry open) {
        Optional<AuditEntry> stored = tx.createQuery("select seq, before, leaf from docket_append(:writer, :at, :kind, :subject, :body, :opening, :middle, :closing)")
                .bind("writer", open.writer()).bind("at", open.at()).bind("kind", open.kind()).bindByType("subject", open.subject().orElse(null), UUID.class)
                .bind("body", open.body()).bind("opening", open.opening()).bind("middle", open.middle(false)).bind("closing", open.closing())
                .map((row, _) -> new AuditEntry(open.writer(), row.getLong("seq"), open.at(), open.kind(), open.subject(), open.body(),
                        ContentHash.fromDigest(row.getBytes("before")), ContentHash.fromDigest(row.getBytes("leaf")))).findOne();
        if (stored.isPresent() && !stored.get().isIntact()) {
            throw new StorageException("The database server hashed an entry of the audit log wrongly. Nothing was stored. Tell whoever runs it.");
        }
        return stored;
    }
}
