package dev.docket.queue;

import dev.docket.policy.PriorityWeights;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * When tasks are due, and how that moves them forward. A task is moved in steps, {@link #STEPS} over the hours in which
 * its deadline counts, so that a tick touches the few whose step has come and not the whole queue.
 */
final class TaskClocks {
    /** Half an hour each, of a day. */
    static final int STEPS = 48;

    /** Far enough ahead of any deadline's hours that nothing is missed, and a queue of far deadlines is left alone. */
    private static final Duration AHEAD = Duration.ofDays(7);

    /** Rows a tick moves at most: some tenths of a second of work. */
    private static final int MOST_A_TICK = 2000;

    private record Clock(UUID task, Instant due, int calm, Instant now, boolean open) {}

    private TaskClocks() {}

    /**
     * Starts a task's clock, or sets it anew; without a deadline there is none.
     *
     * @param calm the task's priority without what its deadline adds
     */
    static void set(Handle tx, UUID task, Optional<Instant> due, int calm) {
        tx.createUpdate("delete from task_clock where task_id = :task").bind("task", task).execute();
        due.ifPresent(at -> tx.createUpdate("""
                        insert into task_clock (task_id, due_at, calm, rank_at)
                        values (:task, :due, :calm, case when :watch > current_timestamp then :watch else current_timestamp end)""")
                .bind("task", task).bind("due", at).bind("calm", calm).bind("watch", at.minus(AHEAD)).execute());
    }

    /** Starts the clock of a further look: the shorter of its own and what is left of the first look's. */
    static void set(Handle tx, UUID task, UUID firstLook, Duration clock, int calm) {
        Instant own = now(tx).plus(clock);
        set(tx, task, Optional.of(due(tx, List.of(firstLook)).values().stream().filter(own::isAfter).findFirst().orElse(own)), calm);
    }

    /** The first look's priority as it would be without its deadline; empty when it never had a clock. */
    static Optional<Integer> calm(Handle tx, UUID task) {
        return tx.createQuery("select calm from task_clock where task_id = :task").bind("task", task).mapTo(Integer.class).findOne();
    }

    /** Follows a task to the end of its lane. */
    static void setBack(Handle tx, UUID task) {
        tx.createUpdate("update task_clock set calm = calm + :back where task_id = :task and calm < :back")
                .bind("back", ReviewQueue.SKIPPED_BACK).bind("task", task).execute();
    }

    /** Follows a task back into its place, and looks at it anew: its clock stood while it was decided. */
    static void bringForward(Handle tx, UUID task) {
        tx.createUpdate("""
                        update task_clock set rank_at = current_timestamp, calm = case when calm < :back then calm else calm - :back end
                         where task_id = :task""")
                .bind("back", ReviewQueue.SKIPPED_BACK).bind("task", task).execute();
    }

    /** Looks at the clocks of tasks anew that are open again. */
    static void lookAgain(Handle tx, List<UUID> tasks) {
        tx.createUpdate("update task_clock set rank_at = current_timestamp where task_id = any(:ids)").bindArray("ids", UUID.class, tasks).execute();
    }

    /** When each is due, where it is. */
    static Map<UUID, Instant> due(Handle tx, List<UUID> tasks) {
        Map<UUID, Instant> due = new HashMap<>();
        tx.createQuery("select task_id, due_at from task_clock where task_id = any(:ids)").bindArray("ids", UUID.class, tasks)
                .map((row, _) -> due.put(row.getObject("task_id", UUID.class), row.getObject("due_at", OffsetDateTime.class).toInstant())).list();
        return due;
    }

    /** Moves the tasks whose step has come. Returns how many clocks were looked at: fewer than the most means that all were. */
    static int rank(Handle tx, PriorityWeights weights) {
        List<Clock> due = tx.createQuery("""
                        select c.task_id, c.due_at, c.calm, current_timestamp as now_at,
                               case when t.state in (0, 1) then 1 else 0 end as is_open
                          from task_clock c join review_task t on t.task_id = c.task_id
                         where c.rank_at <= current_timestamp order by c.rank_at limit :most""")
                .bind("most", MOST_A_TICK)
                .map((row, _) -> new Clock(row.getObject("task_id", UUID.class), row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getInt("calm"), row.getObject("now_at", OffsetDateTime.class).toInstant(), row.getInt("is_open") == 1))
                .list();
        if (!due.isEmpty()) {
            move(tx, due, weights);
        }
        return due.size();
    }

    private static void move(Handle tx, List<Clock> due, PriorityWeights weights) {
        PreparedBatch tasks = tx.prepareBatch("update review_task set priority = :priority where task_id = :task and priority <> :priority and state in (0, 1)");
        PreparedBatch clocks = tx.prepareBatch("update task_clock set rank_at = cast(:next as timestamp with time zone) where task_id = :task");
        for (Clock clock : due) {
            Duration left = Duration.between(clock.now(), clock.due());
            if (clock.open()) {
                tasks.bind("priority", clock.calm() - weights.deadlineThousandths(left)).bind("task", clock.task()).add();
            }
            clocks.bindByType("next", clock.open() ? next(clock, weights) : null, Instant.class).bind("task", clock.task()).add();
        }
        if (tasks.size() > 0) {
            tasks.execute();
        }
        clocks.execute();
    }

    /** When the next step comes; null once the deadline has passed. */
    private static Instant next(Clock clock, PriorityWeights weights) {
        long window = Math.round(weights.deadlineHours() * 3600_000);
        long gone = window - Duration.between(clock.now(), clock.due()).toMillis();
        if (gone >= window) {
            return null;
        }
        long step = Math.max(0, Math.floorDiv(gone * STEPS, window) + 1);
        return clock.due().minusMillis(window - step * window / STEPS);
    }

    private static Instant now(Handle tx) {
        return tx.createQuery("select current_timestamp as now_at")
                .map((row, _) -> row.getObject("now_at", OffsetDateTime.class).toInstant()).one();
    }
}
