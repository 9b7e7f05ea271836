package dev.docket.queue;

import dev.docket.item.StandIns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is open of one severity, all lanes together, without what stands in for golden items. Nothing in it is of one person.
 *
 * @param severity of the lanes, {@code S0}..{@code S4}
 * @param waiting tasks nobody holds
 * @param held tasks somebody holds
 * @param oldest age of the oldest that waits
 * @param nearest until the first is due; negative when it is overdue
 * @param soon how many are due within the hour
 * @param overdue how many should have been decided before now
 */
public record Backlog(String severity, long waiting, long held, Optional<Duration> oldest, Optional<Duration> nearest, long soon, long overdue) {
    private static final Duration SOON = Duration.ofHours(1);

    /** By severity, the gravest first; severities of which nothing is open are left out. Time is the database's. */
    static List<Backlog> of(Handle tx, Scope scope) {
        Instant now = tx.createQuery("select current_timestamp as now_at").map((row, _) -> row.getObject("now_at", OffsetDateTime.class).toInstant()).one();
        return scope.bind(tx.createQuery("""
                        select l.severity, sum(case when t.state = 0 then 1 else 0 end) as waiting, sum(case when t.state = 1 then 1 else 0 end) as held,
                               min(case when t.state = 0 then t.queued_at end) as oldest, min(c.due_at) as due,
                               sum(case when c.due_at >= :now and c.due_at < :soon then 1 else 0 end) as soon,
                               sum(case when c.due_at < :now then 1 else 0 end) as overdue
                          from review_task t join lane l on l.lane_id = t.lane_id join item i on i.item_id = t.item_id and i.state = 0 and\s""" + StandIns.NONE + """

                               left join task_clock c on c.task_id = t.task_id
                         where t.state in (0, 1)\s""" + scope.sql() + " group by l.severity order by l.severity desc"))
                .bind("now", now).bind("soon", now.plus(SOON))
                .map((row, _) -> new Backlog(row.getString("severity"), row.getLong("waiting"), row.getLong("held"),
                        at(row.getObject("oldest", OffsetDateTime.class)).map(since -> Duration.between(since, now)),
                        at(row.getObject("due", OffsetDateTime.class)).map(due -> Duration.between(now, due)), row.getLong("soon"), row.getLong("overdue")))
                .list();
    }

    private static Optional<Instant> at(OffsetDateTime moment) {
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
