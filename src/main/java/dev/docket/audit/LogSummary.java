package dev.docket.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How large the log is, and how much of it is sealed.
 *
 * @param entries as the writers count them
 * @param since when the oldest was recorded
 * @param newest the newest checkpoint
 */
public record LogSummary(long entries, long writers, Optional<Instant> since, Optional<Sealing> newest) {
    public static final LogSummary EMPTY = new LogSummary(0, 0, Optional.empty(), Optional.empty());

    public static LogSummary of(Handle tx) {
        // the checkpoint first: what it covers is counted then
        Optional<Sealing> newest = SealedTree.newestSealing(tx);
        List<Chains.Head> heads = AuditEntries.heads(tx);
        Optional<Instant> since = tx.createQuery("select min(recorded_at) from audit_entry").mapTo(Instant.class).findOne();
        return new LogSummary(heads.stream().mapToLong(Chains.Head::nextSeq).sum(), heads.size(), since, newest);
    }

    /** The checkpoints of a time, the newest first. @param until exclusive; empty: to now */
    public static List<Sealing> checkpoints(Handle tx, Instant from, Optional<Instant> until, int most) {
        return SealedTree.sealings(tx, from, until, most);
    }

    public long unsealed() {
        return Math.max(0, entries - newest.map(Sealing::size).orElse(0L));
    }
}
