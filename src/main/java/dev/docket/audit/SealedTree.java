package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.Checkpoint;
import dev.docket.audit.seal.Frontier;
import dev.docket.audit.seal.SignedNote;
import dev.docket.storage.ContentHash;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The stored tree: which entries are its leaves, and the notes on it. */
final class SealedTree {
    private static final int HASH_BYTES = 32;

    /** A note, and how large the tree was then. */
    record Noted(long size, String note) {
        SignedNote signed() throws BadNote {
            return SignedNote.parse(note);
        }
    }

    /** A note, and the runs since the one before. */
    record Grown(long size, String note, List<Run> runs) {}

    private SealedTree() {}

    /** The tree as it stands, its row locked until the transaction ends: one sealer at a time. */
    static Frontier locked(Handle tx) {
        return tx.createQuery("select tree_size, subtrees from audit_tree where only_row = 1 for update")
                .map((row, _) -> new Frontier(row.getLong("tree_size"), hashes(row.getBytes("subtrees")))).one();
    }

    static void store(Handle tx, Frontier tree) {
        tx.createUpdate("update audit_tree set tree_size = :size, subtrees = :subtrees where only_row = 1")
                .bind("size", tree.size()).bind("subtrees", bytes(tree.subtrees())).execute();
    }

    static void add(Handle tx, Run run) {
        tx.createUpdate("insert into audit_run (first_leaf, writer_id, first_seq, entries) values (:leaf, :writer, :seq, :entries)")
                .bind("leaf", run.firstLeaf()).bind("writer", run.writer()).bind("seq", run.firstSeq()).bind("entries", run.entries()).execute();
    }

    static void add(Handle tx, Frontier tree, SignedNote note) {
        tx.createUpdate("insert into audit_checkpoint (tree_size, root, note) values (:size, :root, :note)")
                .bind("size", tree.size()).bind("root", tree.root()).bind("note", note.note()).execute();
    }

    /** Of each writer, the first entry that is not sealed yet; writers of whom none is are left out. */
    static Map<UUID, Long> next(Handle tx) {
        return tx.createQuery("select writer_id, max(first_seq + entries) as next_seq from audit_run group by writer_id")
                .map((row, _) -> Map.entry(row.getObject("writer_id", UUID.class), row.getLong("next_seq"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Every note with what the tree had grown by, in order of size; runs that no note covers are left out. To be asked
     * before {@link AuditEntries#heads}: what is sealed by then lies under heads read later.
     */
    static List<Grown> grown(Handle tx) {
        // notes first: runs read later are all there
        List<Noted> notes = notes(tx);
        List<Run> runs = runs(tx);
        List<Grown> all = new ArrayList<>();
        int from = 0;
        for (Noted noted : notes) {
            int to = from;
            while (to < runs.size() && runs.get(to).firstLeaf() < noted.size()) {
                to++;
            }
            all.add(new Grown(noted.size(), noted.note(), runs.subList(from, to)));
            from = to;
        }
        return all;
    }

    /** What the notes say, by size; those that cannot be read are left out. */
    static TreeMap<Long, Checkpoint> checkpoints(Handle tx) {
        TreeMap<Long, Checkpoint> all = new TreeMap<>();
        for (Noted noted : notes(tx)) {
            try {
                all.put(noted.size(), Checkpoint.of(noted.signed()));
            } catch (BadNote _) {
                all.remove(noted.size());
            }
        }
        return all;
    }

    private static List<Noted> notes(Handle tx) {
        return tx.createQuery("select tree_size, note from audit_checkpoint order by tree_size")
                .map((row, _) -> new Noted(row.getLong("tree_size"), row.getString("note"))).list();
    }

    static Optional<Noted> newest(Handle tx) {
        return tx.createQuery("select tree_size, note from audit_checkpoint order by tree_size desc limit 1")
                .map((row, _) -> new Noted(row.getLong("tree_size"), row.getString("note"))).findOne();
    }

    private static List<Run> runs(Handle tx) {
        return tx.createQuery("select first_leaf, writer_id, first_seq, entries from audit_run order by first_leaf")
                .map((row, _) -> run(row)).list();
    }

    /** The leaves from one place to before another; one that is missing in the log is left out. */
    static List<ContentHash> leaves(Handle tx, long from, long to) {
        List<ContentHash> leaves = new ArrayList<>();
        for (Run run : runs(tx, from, to)) {
            long first = run.firstSeq() + Math.max(0, from - run.firstLeaf());
            long next = run.firstSeq() + Math.min(run.entries(), to - run.firstLeaf());
            leaves.addAll(tx.createQuery("select leaf_hash from audit_entry where writer_id = :writer and writer_seq >= :first and writer_seq < :next order by writer_seq")
                    .bind("writer", run.writer()).bind("first", first).bind("next", next).mapTo(ContentHash.class).list());
        }
        return leaves;
    }

    private static List<Run> runs(Handle tx, long from, long to) {
        return tx.createQuery("""
                        select first_leaf, writer_id, first_seq, entries from audit_run
                         where first_leaf >= (select coalesce(max(first_leaf), 0) from audit_run where first_leaf <= :from) and first_leaf < :to
                         order by first_leaf""")
                .bind("from", from).bind("to", to).map((row, _) -> run(row)).list();
    }

    /** Where an entry is among all leaves; empty when it is not sealed. */
    static OptionalLong leaf(Handle tx, UUID writer, long seq) {
        return tx.createQuery("""
                        select first_leaf, writer_id, first_seq, entries from audit_run
                         where writer_id = :writer and first_seq <= :seq order by writer_id, first_seq desc limit 1""")
                .bind("writer", writer).bind("seq", seq).map((row, _) -> run(row)).findOne()
                .filter(run -> seq < run.firstSeq() + run.entries()).map(run -> OptionalLong.of(run.firstLeaf() + seq - run.firstSeq())).orElse(OptionalLong.empty());
    }

    /** The first checkpoint on more than so many leaves. */
    static Optional<Sealing> covering(Handle tx, long leaf) {
        return tx.createQuery("select tree_size, note, sealed_at from audit_checkpoint where tree_size > :leaf order by tree_size limit 1")
                .bind("leaf", leaf).map((row, _) -> sealing(row)).findOne();
    }

    /** The checkpoint on exactly so many leaves. */
    static Optional<Sealing> at(Handle tx, long size) {
        return tx.createQuery("select tree_size, note, sealed_at from audit_checkpoint where tree_size = :size").bind("size", size).map((row, _) -> sealing(row)).findOne();
    }

    static Optional<Sealing> newestSealing(Handle tx) {
        return tx.createQuery("select tree_size, note, sealed_at from audit_checkpoint order by tree_size desc limit 1").map((row, _) -> sealing(row)).findOne();
    }

    /** The checkpoints of a time, the newest first. */
    static List<Sealing> sealings(Handle tx, Instant from, Optional<Instant> until, int most) {
        Query query = tx.createQuery("select tree_size, note, sealed_at from audit_checkpoint where sealed_at >= :from" + (until.isPresent() ? " and sealed_at < :until" : "")
                + " order by sealed_at desc limit :most").bind("from", from).bind("most", most);
        until.ifPresent(end -> query.bind("until", end));
        return query.map((row, _) -> sealing(row)).list();
    }

    private static Sealing sealing(ResultSet row) throws SQLException {
        return new Sealing(row.getLong("tree_size"), row.getObject("sealed_at", OffsetDateTime.class).toInstant(), row.getString("note"));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(row.getLong("first_leaf"), row.getObject("writer_id", UUID.class), row.getLong("first_seq"), row.getLong("entries"));
    }

    private static byte[] bytes(List<ContentHash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(HASH_BYTES * hashes.size());
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    private static List<ContentHash> hashes(byte[] bytes) {
        if (bytes == null) {
            return List.of();
        }
        return IntStream.range(0, bytes.length / HASH_BYTES).mapToObj(i -> {
            byte[] hash = new byte[HASH_BYTES];
            ByteBuffer.wrap(bytes).get(i * HASH_BYTES, hash);
            return ContentHash.fromDigest(hash);
        }).toList();
    }
}
