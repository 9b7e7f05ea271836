package dev.docket.verdict;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What decisions were carried over to. */
final class Descendants {
    private Descendants() {}

    /** Events by which a seed was carried over, as long as nothing came after: no reversal, no further finding. By item. */
    static List<Verdict> of(Handle tx, UUID seed) {
        return tx.createQuery("""
                        select v.* from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.about = :seed and v.kind = 'PROPAGATED'
                           and not exists (select 1 from verdict_event later where later.item_id = v.item_id
                                              and (later.task_id = v.task_id and later.revision > v.revision
                                                   or later.round > v.round and later.finding_json is not null))
                         order by v.item_id""")
                .bind("seed", seed).map((row, _) -> VerdictRow.read(row)).list();
    }

    /** Those of the carried events whose reversal is the last thing that happened to their task. */
    static List<Verdict> untouched(Handle tx, List<Verdict> carried, Function<Verdict, UUID> reversalOf) {
        Set<UUID> last = tx.createQuery("""
                        select r.verdict_id from verdict_event r join item i on i.item_id = r.item_id and i.state = 0
                         where r.verdict_id = any(:ids)
                           and not exists (select 1 from verdict_event later where later.task_id = r.task_id and later.revision > r.revision)""")
                .bindArray("ids", UUID.class, carried.stream().map(reversalOf).toList()).mapTo(UUID.class).collectIntoSet();
        return carried.stream().filter(event -> last.contains(reversalOf.apply(event))).toList();
    }

    /** What was carried over last, by its seed. */
    static List<UUID> seeds(Handle tx, int atMost) {
        return tx.createQuery("select about from verdict_event where kind = 'PROPAGATED' group by about order by max(client_at) desc, about limit :n")
                .bind("n", atMost).mapTo(UUID.class).list();
    }

    /** Whether somebody found otherwise, of the seed or of anything it was carried over to. */
    static boolean isHalted(Handle tx, UUID seed) {
        return tx.createQuery("""
                        select 1 from verdict_event o
                         where o.kind in ('DISAGREED', 'OVERTURNED')
                           and (o.about = :seed or o.about in (select p.verdict_id from verdict_event p where p.about = :seed and p.kind = 'PROPAGATED'))
                         limit 1""")
                .bind("seed", seed).mapTo(Integer.class).findOne().isPresent();
    }
}
