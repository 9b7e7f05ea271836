package dev.docket.queue;

import dev.docket.queue.ReviewQueue.Availability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One task as it stands in its row. */
final class Tasks {
    private Tasks() {}

    static Optional<LeasedTask> find(Handle tx, UUID task) {
        return tx.createQuery("select task_id, item_id, round, lane_id, lease_epoch, priority, stage from review_task where task_id = :task")
                .bind("task", task).map((row, _) -> of(row)).findOne();
    }

    /** Its row locked until the transaction ends. */
    static Optional<LeasedTask> locked(Handle tx, UUID task) {
        return tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority, stage
                          from review_task where task_id = :task for update""")
                .bind("task", task).map((row, _) -> of(row)).findOne();
    }

    /** Empty when it is not in the reviewer's hands. */
    static Optional<LeasedTask> held(Handle tx, UUID reviewer, UUID task) {
        return tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority, stage
                          from review_task where task_id = :task and lease_owner = :me""")
                .bind("task", task).bind("me", reviewer).map((row, _) -> of(row)).findOne();
    }

    static boolean isBarred(Handle tx, UUID task, UUID reviewer) {
        return tx.createQuery("select 1 from review_task where task_id = :task and not_by like :me")
                .bind("task", task).bind("me", Rounds.like(reviewer)).mapTo(Integer.class).findOne().isPresent();
    }

    static Availability availability(Handle tx, UUID task, UUID reviewer) {
        return tx.createQuery("""
                        select case when state = 0 or state = 1 and lease_owner = :me then 'FREE'
                                    when state = 1 then 'HELD' else 'NOT_WAITING' end from review_task where task_id = :task""")
                .bind("me", reviewer).bind("task", task).mapTo(String.class).findOne().map(Availability::valueOf).orElse(Availability.NOT_WAITING);
    }

    /** @param row with the columns named above */
    static LeasedTask of(ResultSet row) throws SQLException {
        return new LeasedTask(row.getObject("task_id", UUID.class), row.getObject("item_id", UUID.class), row.getInt("round"),
                row.getInt("lane_id"), row.getLong("lease_epoch"), row.getInt("priority"), Stage.valueOf(row.getString("stage")));
    }
}
