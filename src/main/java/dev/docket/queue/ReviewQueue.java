package dev.docket.queue;

import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.NaturalId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The tasks waiting for people. Every claim raises the task's epoch, so that a decision made after the lease was lost
 * is told from a good one. Time is the database's. Several threads.
 */
public final class ReviewQueue {
    /** How long a lease lasts unless it is extended. */
    public static final Duration LEASE = Duration.ofSeconds(90);

    /** How far back a skipped task falls: behind all that was not skipped in its lane, whose priorities end at 1 000 000. */
    static final int SKIPPED_BACK = 10_000_000;

    private static final int MOST_AT_ONCE = 64;

    private final Duration lease;

    public ReviewQueue() {
        this(LEASE);
    }

    /** @param lease in whole seconds */
    ReviewQueue(Duration lease) {
        this.lease = lease;
    }

    /** Ids of tasks: UUIDv8 of (item, round). */
    public static UUID taskId(UUID item, int round) {
        return NaturalId.of("task", item.toString(), Integer.toString(round));
    }

    /** Makes the pack's lanes exist, those for second opinions and escalations included, and puts them in force: see {@link #lanes}. */
    public void openLanes(Handle tx, PolicyPack pack) {
        openLanes(tx, pack.ref().id(), pack.lanes());
    }

    /** As {@link #openLanes(Handle, PolicyPack)}, from what matters of a pack. */
    void openLanes(Handle tx, String pack, List<PolicyPack.LaneRule> rules) {
        Lanes.open(tx, pack, rules);
    }

    /** Files a first-look task unless the item has one. What the policy releases or quarantines is not filed, nor is a quarantined item. */
    public void enqueue(Handle tx, UUID item, PolicyDecision decision) {
        if (decision.disposition() == Disposition.REVIEW || decision.disposition() == Disposition.WITHHOLD) {
            Rounds.file(tx, new Rounds.Filing(item, 1, lane(tx, decision), decision.queuePriority(), Optional.empty(), List.of()));
        }
    }

    /** Files a blind second look that {@code notBy} will not be given. */
    public void enqueueSecondOpinion(Handle tx, UUID item, UUID notBy) {
        Rounds.next(tx, item, Lanes.inForce(tx, LaneKey.SECOND_OPINION), Optional.empty(), List.of(notBy));
    }

    /**
     * Files a blind second look for an unsure verdict.
     *
     * @param filedBy the verdict, by which {@link #withdrawFiledBy} finds the task again
     * @param notBy those who judged the item already; the first two are kept from it
     */
    public void enqueueSecondOpinion(Handle tx, UUID item, UUID filedBy, List<UUID> notBy) {
        Rounds.next(tx, item, Lanes.inForce(tx, LaneKey.SECOND_OPINION), Optional.of(filedBy), notBy);
    }

    /** Files a look in the lane for leads; on a desk of one's own that is the same person. */
    public void enqueueEscalation(Handle tx, UUID item, UUID filedBy) {
        Rounds.next(tx, item, Lanes.inForce(tx, LaneKey.ESCALATED), Optional.of(filedBy), List.of());
    }

    /** Takes back the follow-up task a verdict filed, also out of somebody's hands. False, and nothing changed, when it was decided. */
    public boolean withdrawFiledBy(Handle tx, UUID verdict) {
        return Rounds.withdrawFiledBy(tx, verdict);
    }

    /** Moves a first-look task that nobody holds or decided to the decision's lane and priority. A skipped one comes forward again. */
    public void reprioritise(Handle tx, UUID item, PolicyDecision decision) {
        tx.createUpdate("update review_task set lane_id = :lane, priority = :priority where task_id = :task and state = 0")
                .bind("lane", lane(tx, decision)).bind("priority", decision.queuePriority()).bind("task", taskId(item, 1)).execute();
    }

    /**
     * The lane's most urgent tasks, now leased to {@code reviewer}; fewer than {@code n} when the lane runs out, or when
     * others are claiming its head at this moment. Frees lapsed leases when it finds too few.
     *
     * @param n 1..64
     */
    public List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n) {
        if (n < 1 || n > MOST_AT_ONCE) {
            throw new IllegalArgumentException("A claim takes 1 to " + MOST_AT_ONCE + " tasks, not " + n);
        }
        List<LeasedTask> free = lock(tx, reviewer, laneId, n);
        if (free.size() < n && reap(tx) > 0) {
            free = lock(tx, reviewer, laneId, n);
        }
        if (!free.isEmpty()) {
            tx.createUpdate("""
                            update review_task set state = 1, lease_owner = :me, lease_epoch = lease_epoch + 1,
                                   lease_until = current_timestamp + cast(:ttl as integer) * interval '1' second
                             where task_id = any(:ids)""")
                    .bind("me", reviewer).bind("ttl", lease.toSeconds())
                    .bindArray("ids", UUID.class, free.stream().map(LeasedTask::taskId).toList()).execute();
        }
        return free.stream().map(LeasedTask::claimed).toList();
    }

    /** Extends what is still theirs and returns it. */
    public List<UUID> heartbeat(Handle tx, UUID reviewer, List<UUID> tasks) {
        tx.createUpdate("""
                        update review_task set lease_until = current_timestamp + cast(:ttl as integer) * interval '1' second
                         where task_id = any(:ids) and lease_owner = :me""")
                .bind("ttl", lease.toSeconds()).bind("me", reviewer).bindArray("ids", UUID.class, tasks).execute();
        return tx.createQuery("select task_id from review_task where task_id = any(:ids) and lease_owner = :me")
                .bind("me", reviewer).bindArray("ids", UUID.class, tasks).mapTo(UUID.class).list();
    }

    /** Gives tasks back. */
    public void release(Handle tx, UUID reviewer, List<UUID> tasks) {
        tx.createUpdate("""
                        update review_task set state = 0, lease_owner = null, lease_until = null
                         where task_id = any(:ids) and lease_owner = :me""")
                .bind("me", reviewer).bindArray("ids", UUID.class, tasks).execute();
    }

    /** Gives back everything the reviewer holds, as on sign-in after a crash. */
    public void releaseAll(Handle tx, UUID reviewer) {
        tx.createUpdate("update review_task set state = 0, lease_owner = null, lease_until = null where state = 1 and lease_owner = :me")
                .bind("me", reviewer).execute();
    }

    /** Frees what lapsed. Anybody, any time. Returns how many. */
    public int reap(Handle tx) {
        return tx.createUpdate("""
                        update review_task set state = 0, lease_owner = null, lease_until = null
                         where state = 1 and lease_until < current_timestamp""").execute();
    }

    /**
     * Closes a task held under this epoch. False when the lease was lost. There is no {@code state = 1}: with statistics
     * from a time when nothing was leased it makes PostgreSQL take the wrong index.
     */
    public boolean close(Handle tx, UUID reviewer, UUID task, long epoch) {
        return tx.createUpdate("""
                        update review_task set state = 2, lease_owner = null, lease_until = null
                         where task_id = :task and lease_epoch = :epoch and lease_owner = :me""")
                .bind("task", task).bind("epoch", epoch).bind("me", reviewer).execute() == 1;
    }

    /** Gives back a task held under this epoch, to the end of its lane. False when the lease was lost. */
    public boolean skip(Handle tx, UUID reviewer, UUID task, long epoch) {
        return tx.createUpdate("""
                        update review_task set state = 0, lease_owner = null, lease_until = null,
                               priority = case when priority < :back then priority + :back else priority end
                         where task_id = :task and lease_epoch = :epoch and lease_owner = :me""")
                .bind("task", task).bind("epoch", epoch).bind("me", reviewer).bind("back", SKIPPED_BACK).execute() == 1;
    }

    public Optional<LeasedTask> find(Handle tx, UUID task) {
        return tx.createQuery("select task_id, item_id, round, lane_id, lease_epoch, priority from review_task where task_id = :task")
                .bind("task", task).map((row, _) -> Rounds.task(row)).findOne();
    }

    /** The task as it stands, its row locked until the transaction ends. */
    public Optional<LeasedTask> locked(Handle tx, UUID task) {
        return tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority
                          from review_task where task_id = :task for update""")
                .bind("task", task).map((row, _) -> Rounds.task(row)).findOne();
    }

    /**
     * Takes a decided or skipped task back into {@code reviewer}'s hands, under a new epoch. Empty when it is not theirs
     * to take: withdrawn, or in somebody else's hands.
     */
    public Optional<LeasedTask> reopen(Handle tx, UUID reviewer, UUID task) {
        int taken = tx.createUpdate("""
                        update review_task set state = 1, lease_owner = :me, lease_epoch = lease_epoch + 1,
                               lease_until = current_timestamp + cast(:ttl as integer) * interval '1' second,
                               priority = case when priority < :back then priority else priority - :back end
                         where task_id = :task and state <> 3 and (lease_owner is null or lease_owner = :me)""")
                .bind("me", reviewer).bind("ttl", lease.toSeconds()).bind("back", SKIPPED_BACK).bind("task", task).execute();
        return taken == 0 ? Optional.empty() : locked(tx, task);
    }

    /** The task, if it is in the reviewer's hands. */
    public Optional<LeasedTask> held(Handle tx, UUID reviewer, UUID task) {
        return tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority
                          from review_task where task_id = :task and lease_owner = :me""")
                .bind("task", task).bind("me", reviewer).map((row, _) -> Rounds.task(row)).findOne();
    }

    /** Withdraws every open task of an item. */
    public void withdraw(Handle tx, UUID item) {
        tx.createUpdate("""
                        update review_task set state = 3, lease_owner = null, lease_until = null
                         where item_id = :item and state in (0, 1)""")
                .bind("item", item).execute();
    }

    /** Lanes of the pack in its order, with their figures; then lanes of earlier packs where something is still open. */
    public List<Lane> lanes(Handle tx) {
        return Lanes.standing(tx, Optional.empty());
    }

    /** As {@link #lanes(Handle)}, counting as waiting only what {@code reviewer} may be given. */
    public List<Lane> lanes(Handle tx, UUID reviewer) {
        return Lanes.standing(tx, Optional.of(reviewer));
    }

    /** Who holds what, in order of pseudonym and lane. */
    public List<Holder> holders(Handle tx) {
        return tx.createQuery("""
                        select coalesce(p.pseudonym, 'unknown') as pseudonym, l.pack_id, l.jurisdiction, l.rule,
                               count(*) as tasks, max(t.lease_until) as until_at
                          from review_task t join lane l on l.lane_id = t.lane_id
                               left join principal p on p.principal_id = t.lease_owner
                         where t.state = 1
                         group by p.pseudonym, l.pack_id, l.jurisdiction, l.rule
                         order by 1, l.rule, l.jurisdiction""")
                .map((row, _) -> new Holder(row.getString("pseudonym"),
                        new LaneKey(row.getString("pack_id"), row.getString("jurisdiction"), row.getString("rule")).text(),
                        row.getLong("tasks"), row.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Peeked in index order without a lock, then locked: a lock on the ordered query would switch the index order off. */
    private static List<LeasedTask> lock(Handle tx, UUID reviewer, int laneId, int n) {
        return tx.createQuery("""
                        select task_id, item_id, round, lane_id, lease_epoch, priority from review_task
                         where task_id in (select task_id from review_task
                                            where lane_id = :lane and state = 0
                                              and (not_by_1 is null or not_by_1 <> :me) and (not_by_2 is null or not_by_2 <> :me)
                                            order by lane_id, state, priority, task_id limit :peek)
                           and state = 0
                         order by lane_id, state, priority, task_id limit :n
                         for update skip locked""")
                .bind("lane", laneId).bind("me", reviewer).bind("peek", 4 * n).bind("n", n)
                .map((row, _) -> Rounds.task(row)).list();
    }

    private static int lane(Handle tx, PolicyDecision decision) {
        return Lanes.number(tx, new LaneKey(decision.pack().id(), decision.jurisdiction(), decision.lane()));
    }
}
