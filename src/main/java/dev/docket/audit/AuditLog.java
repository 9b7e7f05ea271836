package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.InsertOnce;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * The tamper-evident log: one hash chain per writer. Appends inside the caller's transaction, so that a change and its
 * line are stored together or not at all. On a desk of one's own the writer's row is locked for the rest of the transaction, which orders
 * concurrent appends of one writer; on a server see {@link ServerChain}. Several threads.
 */
public final class AuditLog {
    /** A line to be appended, vouching for the row of {@code subject}. */
    public record Line(AuditKind kind, UUID subject, Object body) {}

    static final String INSERT = """
            insert into audit_entry (writer_id, writer_seq, at_client, kind, subject, body_json, prev_hash, leaf_hash)
            values (:writer, :seq, :at, :kind, :subject, :body, :previous, :leaf)""";

    private final UUID writer;
    private final String name;
    private final Clock clock;
    private final ServerChain onServer;

    /**
     * @param writer id of the chain; one per signed-in client
     * @param name what the writer is, such as {@code desk} or {@code intake}; 1 to 40 characters
     */
    public AuditLog(UUID writer, String name, Clock clock) {
        this.writer = writer;
        this.name = name;
        this.clock = clock;
        onServer = new ServerChain(writer, name);
    }

    /** @param body a record or map of ids, pseudonyms and hashes; stored as canonical JSON of at most 40000 characters */
    public AuditEntry append(Handle tx, AuditKind kind, Object body) {
        return append(tx, kind.name(), Optional.empty(), body);
    }

    /** As {@link #append(Handle, AuditKind, Object)}, vouching for the row of this id: {@link CrossCheck} finds the line by it. */
    public AuditEntry append(Handle tx, AuditKind kind, UUID subject, Object body) {
        return append(tx, kind.name(), Optional.of(subject), body);
    }

    AuditEntry append(Handle tx, String kind, Optional<UUID> subject, Object body) {
        AuditEntry open = open(kind, subject, body);
        if (Database.isServer(tx)) {
            return onServer.append(tx, open);
        }
        AuditEntry entry = open.behind(lock(tx));
        try (Update insert = tx.createUpdate(INSERT)) {
            bind(insert, entry).execute();
        }
        mark(tx, entry);
        return entry;
    }

    /** The same entry for a function of the server that stores what it vouches for along with it. */
    public ServerLine line(AuditKind kind, UUID subject, Object body) {
        return new ServerLine(name, open(kind.name(), Optional.of(subject), body));
    }

    private AuditEntry open(String kind, Optional<UUID> subject, Object body) {
        return AuditEntry.open(writer, now(), kind, subject, CanonicalJson.write(body));
    }

    /** Databases keep microseconds: a finer time would read back as another and break the chain. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** As many calls of {@link #append(Handle, AuditKind, UUID, Object)}, in one go. */
    public void appendAll(Handle tx, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<AuditEntry> open = lines.stream().map(line -> open(line.kind().name(), Optional.of(line.subject()), line.body())).toList();
        if (Database.isServer(tx)) {
            onServer.appendAll(tx, open);
            return;
        }
        List<AuditEntry> entries = AuditEntry.chained(open, lock(tx));
        PreparedBatch batch = tx.prepareBatch(INSERT);
        entries.forEach(entry -> bind(batch, entry).add());
        batch.execute();
        mark(tx, entries.getLast());
    }

    static <S extends SqlStatement<S>> S bind(S row, AuditEntry entry) {
        return row.bind("writer", entry.writer()).bind("seq", entry.seq()).bind("at", entry.at()).bind("kind", entry.kind())
                .bindByType("subject", entry.subject().orElse(null), UUID.class)
                .bind("body", entry.body()).bind("previous", entry.previous()).bind("leaf", entry.leaf());
    }

    /** Notes in the writer's row that its chain came so far. */
    private static void mark(Handle tx, AuditEntry last) {
        tx.createUpdate("update audit_writer set next_seq = :next, head_hash = :leaf where writer_id = :writer")
                .bind("next", last.end().nextSeq()).bind("leaf", last.leaf()).bind("writer", last.writer()).execute();
    }

    private AuditEntry.End lock(Handle tx) {
        return locked(tx).orElseGet(() -> {
            InsertOnce.run(tx, () -> tx.createUpdate("""
                            insert into audit_writer (writer_id, name, next_seq, head_hash)
                            select :writer, :name, 0, :none
                             where not exists (select 1 from audit_writer where writer_id = :writer)""")
                    .bind("writer", writer).bind("name", name).bind("none", AuditEntry.NONE).execute());
            return locked(tx).orElseThrow();
        });
    }

    private Optional<AuditEntry.End> locked(Handle tx) {
        return tx.createQuery("select next_seq, head_hash from audit_writer where writer_id = :writer for update")
                .bind("writer", writer)
                .map((row, _) -> new AuditEntry.End(row.getLong("next_seq"), ContentHash.fromDigest(row.getBytes("head_hash"))))
                .findOne();
    }
}
