package dev.docket.audit;

import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The stored log. What is appended while it is read is left out, so that heads and entries fit together. */
final class AuditEntries {
    private static final int FETCH_ROWS = 1000;

    private AuditEntries() {}

    /** How far each writer says its chain came, in order of writer: to its end on a desk of one's own, to somewhere before it on a server. */
    static List<Chains.Head> marks(Handle tx) {
        return tx.createQuery("select writer_id, name, next_seq, head_hash from audit_writer order by writer_id").map((row, _) -> mark(row)).list();
    }

    /**
     * Where each chain ends, in order of writer: at its last entry, or at its mark, where entries before that are missing. Both engines
     * find the last by the end of the key; for a maximum, H2 reads the whole chain.
     */
    static List<Chains.Head> heads(Handle tx) {
        return tx.createQuery("""
                        select w.writer_id, w.name, w.next_seq, w.head_hash, e.writer_seq, e.leaf_hash
                          from audit_writer w left join audit_entry e on e.writer_id = w.writer_id
                               and e.writer_seq = (select l.writer_seq from audit_entry l where l.writer_id = w.writer_id
                                                    order by l.writer_id desc, l.writer_seq desc fetch first row only)
                         order by w.writer_id""")
                .map((row, _) -> {
                    Chains.Head mark = mark(row);
                    long last = row.getLong("writer_seq");
                    return row.wasNull() || last < mark.nextSeq() ? mark
                            : new Chains.Head(mark.writer(), mark.name(), last + 1, ContentHash.fromDigest(row.getBytes("leaf_hash")));
                }).list();
    }

    private static Chains.Head mark(ResultSet row) throws SQLException {
        return new Chains.Head(row.getObject("writer_id", UUID.class), row.getString("name"), row.getLong("next_seq"), ContentHash.fromDigest(row.getBytes("head_hash")));
    }

    /** The entries of one chain that lie under its head, in order; to be closed. */
    static Stream<AuditEntry> of(Handle tx, Chains.Head head) {
        return of(tx, head.writer(), 0, head.nextSeq());
    }

    /** As {@link #of(Handle, Chains.Head)}, from one entry to before another. */
    static Stream<AuditEntry> of(Handle tx, UUID writer, long from, long next) {
        return tx.createQuery("""
                        select writer_id, writer_seq, at_client, kind, subject, body_json, prev_hash, leaf_hash
                          from audit_entry where writer_id = :writer and writer_seq >= :from and writer_seq < :next order by writer_seq""")
                .bind("writer", writer).bind("from", from).bind("next", next)
                .setFetchSize(FETCH_ROWS).map((row, _) -> entry(row)).stream();
    }

    /** Of a stored entry; 32 zero bytes where it is missing, which no entry has. */
    static ContentHash leaf(Handle tx, UUID writer, long seq) {
        return tx.createQuery("select leaf_hash from audit_entry where writer_id = :writer and writer_seq = :seq")
                .bind("writer", writer).bind("seq", seq).mapTo(ContentHash.class).findOne().orElse(AuditEntry.NONE);
    }

    /**
     * The first entry that no head answers for. To be asked before {@link #heads}, since both only grow: heads read
     * later cover every entry that is there now.
     */
    static List<Chains.Head> longest(Handle tx) {
        return tx.createQuery("select writer_id, max(writer_seq) as seq from audit_entry group by writer_id order by writer_id")
                .map((row, _) -> new Chains.Head(row.getObject("writer_id", UUID.class), "", row.getLong("seq") + 1, AuditEntry.NONE))
                .list();
    }

    /** Every chain's writer. */
    static Map<UUID, LoggedEntry.Writer> writers(Handle tx) {
        return tx.createQuery("""
                        select w.writer_id, w.name, p.principal_id
                          from audit_writer w left join principal p on p.principal_id = coalesce(w.principal_id, w.writer_id)""")
                .map((row, _) -> new LoggedEntry.Writer(row.getObject("writer_id", UUID.class), row.getString("name"), Optional.ofNullable(row.getObject("principal_id", UUID.class))))
                .stream().collect(Collectors.toMap(LoggedEntry.Writer::id, writer -> writer));
    }

    static Optional<LoggedEntry> find(Handle tx, LoggedEntry.Writer writer, long seq) {
        return tx.createQuery("""
                        select writer_id, writer_seq, at_client, recorded_at, kind, subject, body_json, prev_hash, leaf_hash
                          from audit_entry where writer_id = :writer and writer_seq = :seq""")
                .bind("writer", writer.id()).bind("seq", seq).map((row, _) -> logged(row, Map.of(writer.id(), writer))).findOne();
    }

    static LoggedEntry logged(ResultSet row, Map<UUID, LoggedEntry.Writer> writers) throws SQLException {
        AuditEntry entry = entry(row);
        LoggedEntry.Writer writer = writers.getOrDefault(entry.writer(), new LoggedEntry.Writer(entry.writer(), "?", Optional.empty()));
        return new LoggedEntry(entry, row.getObject("recorded_at", OffsetDateTime.class).toInstant(), writer);
    }

    static AuditPage.Place place(ResultSet row) throws SQLException {
        return new AuditPage.Place(row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getObject("writer_id", UUID.class), row.getLong("writer_seq"));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("writer_id", UUID.class), row.getLong("writer_seq"),
                row.getObject("at_client", OffsetDateTime.class).toInstant(), row.getString("kind"),
                Optional.ofNullable(row.getObject("subject", UUID.class)), row.getString("body_json"),
                ContentHash.fromDigest(row.getBytes("prev_hash")), ContentHash.fromDigest(row.getBytes("leaf_hash")));
    }
}
