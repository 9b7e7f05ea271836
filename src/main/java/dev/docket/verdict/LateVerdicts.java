package dev.docket.verdict;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.InsertOnce;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Verdicts whose lease had passed: kept as second opinions, never dropped, never the record. */
final class LateVerdicts {
    private LateVerdicts() {}

    /** Returns whether it was not there yet. */
    static boolean keep(Handle tx, Verdict verdict) {
        return InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into verdict_late (verdict_id, task_id, item_id, reviewer_id, lease_epoch, body_json)
                        select :id, :task, :item, :reviewer, :epoch, :body
                         where not exists (select 1 from verdict_late where verdict_id = :id)""")
                .bind("id", verdict.id()).bind("task", verdict.taskId()).bind("item", verdict.itemId()).bind("reviewer", verdict.reviewer())
                .bind("epoch", verdict.leaseEpoch()).bind("body", CanonicalJson.write(verdict)).execute());
    }

    static boolean has(Handle tx, UUID verdict) {
        return tx.createQuery("select 1 from verdict_late where verdict_id = :id").bind("id", verdict).mapTo(Integer.class).findOne().isPresent();
    }

    /** Of live items, each item's oldest first. */
    static Map<UUID, List<Verdict>> all(Handle tx) {
        return tx.createQuery("select l.body_json from verdict_late l join item i on i.item_id = l.item_id and i.state = 0 order by l.recorded_at, l.verdict_id")
                .mapTo(String.class).list().stream().map(json -> CanonicalJson.read(json, Verdict.class)).collect(Collectors.groupingBy(Verdict::itemId));
    }

    static List<Verdict> of(Handle tx, UUID item) {
        return tx.createQuery("""
                        select l.body_json from verdict_late l join item i on i.item_id = l.item_id and i.state = 0
                         where l.item_id = :item order by l.recorded_at, l.verdict_id""")
                .bind("item", item).mapTo(String.class).list().stream().map(json -> CanonicalJson.read(json, Verdict.class)).toList();
    }
}
