package dev.docket.audit;

import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * An entry that a function of a database server puts at the end of its chain, along with what the entry vouches for. What it hashed is
 * hashed here once more.
 */
public final class ServerLine {
    /** What {@link #bind} binds, in the order in which the functions of the server take it. */
    public static final String ARGUMENTS = ":called, :writer, :lineAt, :lineKind, :subject, :body, :opening, :middle, :closing";

    private final String name;
    private final AuditEntry open;

    /**
     * @param name what its writer is
     * @param open an entry without its place: its number, its predecessor and its hash are worked out
     */
    ServerLine(String name, AuditEntry open) {
        this.name = name;
        this.open = open;
    }

    /** Binds {@link #ARGUMENTS}. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bind("called", name).bind("writer", open.writer()).bind("lineAt", open.at()).bind("lineKind", open.kind()).bindByType("subject", open.subject().orElse(null), UUID.class)
                .bind("body", open.body()).bind("opening", open.opening()).bind("middle", open.middle(false)).bind("closing", open.closing());
    }

    /**
     * The entry as the server stored it.
     *
     * @param row number, predecessor's hash and hash, as {@code seq}, {@code before} and {@code leaf}
     * @throws StorageException when the server hashed it wrongly; to be thrown inside the transaction
     */
    public AuditEntry stored(ResultSet row) throws SQLException {
        AuditEntry stored = new AuditEntry(open.writer(), row.getLong("seq"), open.at(), open.kind(), open.subject(), open.body(),
                ContentHash.fromDigest(row.getBytes("before")), ContentHash.fromDigest(row.getBytes("leaf")));
        if (!stored.isIntact()) {
            throw new StorageException("The database server hashed an entry of the audit log wrongly. Nothing was stored. Tell whoever runs it.");
        }
        return stored;
    }
}
