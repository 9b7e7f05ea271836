package dev.docket.queue;

import dev.docket.storage.InsertOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The looks one item is given, first, second and further: one task each. */
final class Rounds {
    /** Rounds are few; what asks for more than this goes round in circles. */
    private static final int LAST_ROUND = 99;

    /** Priority of an item that never had a first look. */
    private static final int LEAST_URGENT = 1_000_000;

    /**
     * A task to be filed.
     *
     * @param filedBy the verdict that asked for it
     * @param notBy who will not be given it; the first two count
     */
    record Filing(UUID item, int round, int lane, int priority, Optional<UUID> filedBy, List<UUID> notBy) {}

    private Rounds() {}

    /** Files the task unless the item has one of that round or is quarantined. Returns whether it did. */
    static boolean file(Handle tx, Filing filing) {
        return InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into review_task (task_id, item_id, round, lane_id, priority, filed_by, not_by_1, not_by_2)
                        select :task, :item, :round, :lane, :priority, cast(:filedBy as uuid), cast(:notBy1 as uuid), cast(:notBy2 as uuid)
                         where not exists (select 1 from review_task where task_id = :task)
                           and not exists (select 1 from item where item_id = :item and state = 9)""")
                .bind("task", ReviewQueue.taskId(filing.item(), filing.round())).bind("item", filing.item()).bind("round", filing.round())
                .bind("lane", filing.lane()).bind("priority", filing.priority())
                .bindByType("filedBy", filing.filedBy().orElse(null), UUID.class)
                .bindByType("notBy1", notBy(filing, 0), UUID.class).bindByType("notBy2", notBy(filing, 1), UUID.class).execute());
    }

    /** Files the item's next look, as urgent as its first: in a round that was withdrawn before, else in a new one. */
    static void next(Handle tx, UUID item, int lane, Optional<UUID> filedBy, List<UUID> notBy) {
        if (isQuarantined(tx, item)) {
            return;
        }
        int priority = tx.createQuery("select priority from review_task where task_id = :task")
                .bind("task", ReviewQueue.taskId(item, 1)).mapTo(Integer.class).findOne().orElse(LEAST_URGENT)
                % ReviewQueue.SKIPPED_BACK;
        for (int round = 2; round <= LAST_ROUND; round++) {
            Filing filing = new Filing(item, round, lane, priority, filedBy, notBy);
            if (revive(tx, filing) || file(tx, filing)) {
                return;
            }
        }
        throw new IllegalStateException("Item " + item + " has been through " + LAST_ROUND + " rounds");
    }

    static boolean withdrawFiledBy(Handle tx, UUID verdict) {
        List<Integer> states = tx.createQuery("select state from review_task where filed_by = :verdict for update")
                .bind("verdict", verdict).mapTo(Integer.class).list();
        if (states.contains(2)) {
            return false;
        }
        tx.createUpdate("update review_task set state = 3, lease_owner = null, lease_until = null where filed_by = :verdict")
                .bind("verdict", verdict).execute();
        return true;
    }

    static LeasedTask task(ResultSet row) throws SQLException {
        return new LeasedTask(row.getObject("task_id", UUID.class), row.getObject("item_id", UUID.class), row.getInt("round"),
                row.getInt("lane_id"), row.getLong("lease_epoch"), row.getInt("priority"));
    }

    private static boolean isQuarantined(Handle tx, UUID item) {
        return tx.createQuery("select 1 from item where item_id = :item and state = 9").bind("item", item)
                .mapTo(Integer.class).findOne().isPresent();
    }

    private static boolean revive(Handle tx, Filing filing) {
        return tx.createUpdate("""
                        update review_task set state = 0, lane_id = :lane, priority = :priority, filed_by = :filedBy,
                               not_by_1 = :notBy1, not_by_2 = :notBy2, queued_at = current_timestamp
                         where task_id = :task and state = 3""")
                .bind("lane", filing.lane()).bind("priority", filing.priority()).bind("task", ReviewQueue.taskId(filing.item(), filing.round()))
                .bindByType("filedBy", filing.filedBy().orElse(null), UUID.class)
                .bindByType("notBy1", notBy(filing, 0), UUID.class).bindByType("notBy2", notBy(filing, 1), UUID.class).execute() == 1;
    }

    private static UUID notBy(Filing filing, int place) {
        return place < filing.notBy().size() ? filing.notBy().get(place) : null;
    }
}
