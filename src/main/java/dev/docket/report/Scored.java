package dev.docket.report;

import dev.docket.item.QualityChecks;
import dev.docket.item.StandIns;
import dev.docket.queue.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How many items that came in a model gave a score to, in one tenth of 0..1.
 *
 * @param model {@code name@version}
 * @param recent of the period; otherwise of as many days before
 * @param tenth 0..9
 * @param over how many of them are at the threshold or over it
 */
record Scored(String model, String label, boolean recent, int tenth, long items, long over) {
    static final int TENTHS = 10;

    static List<Scored> of(Handle tx, Period period, Scope scope) {
        return scope.bind(tx.createQuery("""
                        select b.model_id, b.model_ver, b.label, b.recent, b.tenth, count(*) as items, sum(b.over_it) as over_it from (
                          select s.model_id, s.model_ver, s.label, case when i.received_at >= :start then 1 else 0 end as recent,
                                 greatest(0, least(9, cast(floor(s.score * 10) as int))) as tenth, case when s.score >= s.threshold then 1 else 0 end as over_it
                            from score s join item i on i.item_id = s.item_id and i.state = 0
                           where i.received_at >= :before and i.received_at < :end and\s""" + QualityChecks.NONE + " and " + StandIns.NONE + scope.sql() + """
                        ) b group by b.model_id, b.model_ver, b.label, b.recent, b.tenth order by b.model_id, b.model_ver, b.label, b.recent, b.tenth"""))
                .bind("before", period.before().start()).bind("start", period.start()).bind("end", period.end())
                .map((row, _) -> new Scored(row.getString("model_id") + "@" + row.getString("model_ver"), row.getString("label"), row.getInt("recent") == 1, row.getInt("tenth"),
                        row.getLong("items"), row.getLong("over_it"))).list();
    }
}
