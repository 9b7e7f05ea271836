package dev.docket.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Claims of somebody who is not served everything: what they are not served is passed over and keeps its place. */
final class Choosing {
    private static final int PAGE = 128;
    /** Behind so many that were passed over nothing is looked for. */
    private static final int FARTHEST = 4096;

    private Choosing() {}

    /** The lane's most urgent tasks whose items are served, in its order; nothing is locked. */
    static List<UUID> tasks(Handle tx, UUID reviewer, int laneId, int n, Predicate<UUID> served) {
        List<UUID> chosen = new ArrayList<>();
        for (int from = 0; from < FARTHEST && chosen.size() < n; from += PAGE) {
            List<LeasedTask> page = page(tx, reviewer, laneId, from);
            page.stream().filter(task -> served.test(task.itemId())).limit(n - chosen.size()).forEach(task -> chosen.add(task.taskId()));
            if (page.size() < PAGE) {
                break;
            }
        }
        return chosen;
    }

    private static List<LeasedTask> page(Handle tx, UUID reviewer, int laneId, int from) {
        return tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority, stage from review_task
                         where lane_id = :lane and state = 0 and (not_by is null or not_by not like :likeMe)
                         order by lane_id, state, priority, task_id limit :page offset :from""")
                .bind("lane", laneId).bind("likeMe", Rounds.like(reviewer)).bind("page", PAGE).bind("from", from)
                .map((row, _) -> Tasks.of(row)).list();
    }
}
