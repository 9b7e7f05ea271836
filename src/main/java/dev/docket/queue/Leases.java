package dev.docket.queue;

import dev.docket.storage.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How tasks come into somebody's hands and leave them. */
final class Leases {
    /**
     * Peeked in index order without a lock, then locked: a lock on the ordered query would switch the index order off. No
     * join, not of the table with itself either, for which the array stands: a plan that was made while the queue was empty
     * would read all of it later. {@code state + 0}, so that no index on the state is taken for what the array names.
     */
    static final String LOCK = """
            select task_id, item_id, round, lane_id, lease_epoch, priority, stage from review_task
             where task_id = any(array(select task_id from review_task
                                        where lane_id = :lane and state = 0
                                          and (not_by is null or not_by not like :likeMe)
                                        order by lane_id, state, priority, task_id limit :peek))
               and state + 0 = 0
             order by lane_id, state, priority, task_id limit :n
             for update skip locked""";

    /** No {@code state = 1}: with statistics from a time when nothing was leased it makes PostgreSQL take the wrong index. */
    static final String CLOSE = """
            update review_task set state = 2, lease_owner = null, lease_until = null
             where task_id = :task and lease_epoch = :epoch and lease_owner = :me""";

    /** Locked and answered, then closed: one way to the server. What the first finds, the second closes. */
    private static final String CLOSED = """
            select task_id, item_id, round, lane_id, lease_epoch, priority, stage from review_task
             where task_id = :task and lease_epoch = :epoch and lease_owner = :me for update;
            """ + CLOSE;

    /** Rows looked at for each that is wanted: others may be claiming the first of them. */
    static final int PEEKED = 4;

    private Leases() {}

    static List<LeasedTask> lock(Handle tx, UUID reviewer, int laneId, int n) {
        return tx.createQuery(LOCK)
                .bind("lane", laneId).bind("likeMe", Rounds.like(reviewer)).bind("peek", PEEKED * n).bind("n", n)
                .map((row, _) -> Tasks.of(row)).list();
    }

    /** The head of a lane, as it stands once leased; a server is told both steps in one. */
    static List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n, Duration lease) {
        if (Database.isServer(tx)) {
            return tx.createQuery("select * from docket_claim(:lane, :me, :likeMe, :peek, :n, :ttl)")
                    .bind("lane", laneId).bind("me", reviewer).bind("likeMe", Rounds.like(reviewer)).bind("peek", PEEKED * n).bind("n", n).bind("ttl", Math.toIntExact(lease.toSeconds()))
                    .map((row, _) -> Tasks.of(row)).list();
        }
        List<LeasedTask> free = lock(tx, reviewer, laneId, n);
        if (!free.isEmpty()) {
            lease(tx, reviewer, free, lease);
        }
        return free.stream().map(LeasedTask::claimed).toList();
    }

    /** Leases tasks that {@link #lock} gave. */
    static void lease(Handle tx, UUID reviewer, List<LeasedTask> free, Duration lease) {
        tx.createUpdate("""
                        update review_task set state = 1, lease_owner = :me, lease_epoch = lease_epoch + 1,
                               lease_until = current_timestamp + cast(:ttl as integer) * interval '1' second
                         where task_id = any(:ids)""")
                .bind("me", reviewer).bind("ttl", lease.toSeconds())
                .bindArray("ids", UUID.class, free.stream().map(LeasedTask::taskId).toList()).execute();
    }

    /** Takes those of the tasks that nobody holds and that are not kept from the reviewer; as they stand once leased. */
    static List<LeasedTask> take(Handle tx, UUID reviewer, List<UUID> tasks, Duration lease) {
        List<LeasedTask> free = tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority, stage from review_task
                         where task_id = any(:ids) and state = 0 and (not_by is null or not_by not like :likeMe)
                         order by task_id for update skip locked""")
                .bindArray("ids", UUID.class, tasks).bind("likeMe", Rounds.like(reviewer)).map((row, _) -> Tasks.of(row)).list();
        if (!free.isEmpty()) {
            lease(tx, reviewer, free, lease);
        }
        return free.stream().map(LeasedTask::claimed).toList();
    }

    /** Extends what is still the reviewer's and returns it; what is leased for longer stays so. */
    static List<UUID> extend(Handle tx, UUID reviewer, List<UUID> tasks, Duration lease) {
        tx.createUpdate("""
                        update review_task set lease_until = greatest(lease_until, current_timestamp + cast(:ttl as integer) * interval '1' second)
                         where task_id = any(:ids) and lease_owner = :me""")
                .bind("ttl", lease.toSeconds()).bind("me", reviewer).bindArray("ids", UUID.class, tasks).execute();
        return tx.createQuery("select task_id from review_task where task_id = any(:ids) and lease_owner = :me")
                .bind("me", reviewer).bindArray("ids", UUID.class, tasks).mapTo(UUID.class).list();
    }

    static void release(Handle tx, UUID reviewer, List<UUID> tasks) {
        tx.createUpdate("""
                        update review_task set state = 0, lease_owner = null, lease_until = null
                         where task_id = any(:ids) and lease_owner = :me""")
                .bind("me", reviewer).bindArray("ids", UUID.class, tasks).execute();
    }

    static void releaseAll(Handle tx, UUID reviewer) {
        tx.createUpdate("update review_task set state = 0, lease_owner = null, lease_until = null where state = 1 and lease_owner = :me")
                .bind("me", reviewer).execute();
    }

    /** Frees what somebody holds in a lane; whatever they still decide of it comes late. Returns how many. */
    static int free(Handle tx, UUID holder, int laneId) {
        return tx.createUpdate("""
                        update review_task set state = 0, lease_owner = null, lease_until = null
                         where state = 1 and lease_owner = :who and lane_id + 0 = :lane""")
                .bind("who", holder).bind("lane", laneId).execute();
    }

    /** Frees what lapsed, but what somebody is changing at this moment. Returns how many. */
    static int reap(Handle tx) {
        // without waiting: two who free the same tasks in another order would each wait for the other
        List<UUID> lapsed = tx.createQuery("select task_id from review_task where state = 1 and lease_until < current_timestamp for update skip locked")
                .mapTo(UUID.class).list();
        if (!lapsed.isEmpty()) {
            tx.createUpdate("update review_task set state = 0, lease_owner = null, lease_until = null where task_id = any(:ids)")
                    .bindArray("ids", UUID.class, lapsed).execute();
        }
        return lapsed.size();
    }

    /** Closes a task held under this epoch, and returns it. Empty when the lease was lost. */
    static Optional<LeasedTask> close(Handle tx, UUID reviewer, UUID task, long epoch) {
        return tx.createQuery(CLOSED)
                .bind("task", task).bind("epoch", epoch).bind("me", reviewer).map((row, _) -> Tasks.of(row)).findOne();
    }

    /** Gives back a task held under this epoch, to the end of its lane. False when the lease was lost. */
    static boolean skip(Handle tx, UUID reviewer, UUID task, long epoch) {
        boolean given = tx.createUpdate("""
                        update review_task set state = 0, lease_owner = null, lease_until = null,
                               priority = case when priority < :back then priority + :back else priority end
                         where task_id = :task and lease_epoch = :epoch and lease_owner = :me""")
                .bind("task", task).bind("epoch", epoch).bind("me", reviewer).bind("back", ReviewQueue.SKIPPED_BACK).execute() == 1;
        if (given) {
            TaskClocks.setBack(tx, task);
        }
        return given;
    }

    static List<UUID> closeAll(Handle tx, UUID reviewer, List<UUID> tasks) {
        List<UUID> free = tx.createQuery("""
                        select task_id from review_task
                         where task_id = any(:ids) and (state = 0 or state = 1 and lease_owner = :me) order by task_id for update""")
                .bindArray("ids", UUID.class, tasks).bind("me", reviewer).mapTo(UUID.class).list();
        tx.createUpdate("update review_task set state = 2, lease_owner = null, lease_until = null where task_id = any(:ids)")
                .bindArray("ids", UUID.class, free).execute();
        return free;
    }

    static List<UUID> reopenAll(Handle tx, List<UUID> tasks) {
        List<UUID> closed = tx.createQuery("select task_id from review_task where task_id = any(:ids) and state = 2 order by task_id for update")
                .bindArray("ids", UUID.class, tasks).mapTo(UUID.class).list();
        // a new epoch, so that nobody who held it before can still decide it
        tx.createUpdate("update review_task set state = 0, lease_epoch = lease_epoch + 1 where task_id = any(:ids)")
                .bindArray("ids", UUID.class, closed).execute();
        TaskClocks.lookAgain(tx, closed);
        return closed;
    }

    /** Takes a decided or skipped task back into somebody's hands. False when it is not theirs to take. */
    static boolean reopen(Handle tx, UUID reviewer, UUID task, Duration lease) {
        boolean taken = tx.createUpdate("""
                        update review_task set state = 1, lease_owner = :me, lease_epoch = lease_epoch + 1,
                               lease_until = current_timestamp + cast(:ttl as integer) * interval '1' second,
                               priority = case when priority < :back then priority else priority - :back end
                         where task_id = :task and state <> 3 and (lease_owner is null or lease_owner = :me)""")
                .bind("me", reviewer).bind("ttl", lease.toSeconds()).bind("back", ReviewQueue.SKIPPED_BACK).bind("task", task).execute() == 1;
        if (taken) {
            TaskClocks.bringForward(tx, task);
        }
        return taken;
    }
}
