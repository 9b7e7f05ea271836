package dev.docket.dsa;

import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which statements were written, and what became of their decisions. Rows are added, never changed. Several threads. */
public final class StatementLog {

    /** What became of a decision whose statement was written. */
    public enum Change {
        /** It does not stand any more. */
        REVERSED,
        /** It was reversed and stands again: its id cannot be sent a second time. */
        REINSTATED
    }

    /**
     * A statement that was written.
     *
     * @param puid the decision's id
     * @param grounds hash of what it restricts, why and where
     * @param steps how many changes were told since
     * @param last the last of them
     */
    record Kept(UUID puid, UUID item, ContentHash grounds, int steps, Optional<Change> last) {
        boolean stands() {
            return !last.equals(Optional.of(Change.REVERSED));
        }
    }

    /** Who writes, and with what. */
    record Export(UUID id, UUID by, Instant at) {}

    /** All that were ever written, by item, oldest first. */
    Map<UUID, List<Kept>> all(Handle tx) {
        Map<UUID, List<Kept>> all = new LinkedHashMap<>();
        tx.createQuery("""
                        select s.puid, s.item_id, s.grounds_sha256, c.step, c.kind
                          from dsa_statement s
                          left join dsa_change c on c.puid = s.puid
                               and c.step = (select max(latest.step) from dsa_change latest where latest.puid = s.puid)
                         order by s.written_at, s.puid""")
                .map((row, _) -> {
                    Optional<Change> last = Optional.ofNullable(row.getString("kind")).map(Change::valueOf);
                    return new Kept(row.getObject("puid", UUID.class), row.getObject("item_id", UUID.class),
                            ContentHash.fromDigest(row.getBytes("grounds_sha256")), last.isPresent() ? row.getInt("step") + 1 : 0, last);
                })
                .forEach(kept -> all.computeIfAbsent(kept.item(), _ -> new ArrayList<>()).add(kept));
        return all;
    }

    void add(Handle tx, Export export, Collection<Prepared> statements) {
        if (statements.isEmpty()) {
            return;
        }
        var batch = tx.prepareBatch("""
                insert into dsa_statement (puid, item_id, grounds_sha256, body_sha256, export_id, written_by, written_at)
                values (:puid, :item, :grounds, :body, :export, :by, :at)""");
        statements.forEach(each -> batch.bind("puid", each.puid()).bind("item", each.item()).bind("grounds", each.grounds()).bind("body", each.body())
                .bind("export", export.id()).bind("by", export.by()).bind("at", export.at()).add());
        batch.execute();
    }

    void change(Handle tx, Export export, Collection<ByHand> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var batch = tx.prepareBatch("insert into dsa_change (puid, step, kind, export_id, written_by, written_at) values (:puid, :step, :kind, :export, :by, :at)");
        changes.forEach(each -> batch.bind("puid", each.puid()).bind("step", each.step()).bind("kind", each.change().name())
                .bind("export", export.id()).bind("by", export.by()).bind("at", export.at()).add());
        batch.execute();
    }
}
