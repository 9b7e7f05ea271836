package dev.docket.queue;

import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PriorityWeights;
import dev.docket.storage.NaturalId;
import dev.docket.team.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final Slices slices;

    /** Lanes of no ladder: they never ask for a role, and a claim should not ask the database for it. */
    private final Set<Integer> everybodys = ConcurrentHashMap.newKeySet();

    /** One that serves by priority alone and draws nothing. */
    public ReviewQueue() {
        this(LEASE);
    }

    /** @param lease in whole seconds */
    ReviewQueue(Duration lease) {
        this(lease, () -> 1);
    }

    /** @param chance even in 0..1, 1 excluded: by it items are drawn, and claims dealt */
    public ReviewQueue(DoubleSupplier chance) {
        this(LEASE, chance);
    }

    private ReviewQueue(Duration lease, DoubleSupplier chance) {
        this.lease = lease;
        this.slices = new Slices(chance);
    }

    /** Ids of tasks: UUIDv8 of (item, round). */
    public static UUID taskId(UUID item, int round) {
        return NaturalId.of("task", item.toString(), Integer.toString(round));
    }

    /** Makes the pack's lanes exist, those of further looks included, and puts them in force: see {@link #lanes}. */
    public void openLanes(Handle tx, PolicyPack pack) {
        Lanes.open(tx, pack.ref().id(), pack.lanes(), pack.ladders().values().stream()
                .map(ladder -> new Lanes.OfLadder(ladder.id(), Optional.of(Role.taking(ladder.toRole())))).toList());
    }

    /** As {@link #openLanes(Handle, PolicyPack)}, from what matters of a pack, with ladders for everybody. */
    void openLanes(Handle tx, String pack, List<PolicyPack.LaneRule> rules) {
        Lanes.open(tx, pack, rules, Stream.of("lead", "legal").map(ladder -> new Lanes.OfLadder(ladder, Optional.empty())).toList());
    }

    /** Files a first-look task unless the item has one. What the policy releases or quarantines is not filed, nor is a quarantined item. */
    public void enqueue(Handle tx, UUID item, PolicyDecision decision) {
        enqueue(tx, item, decision, Slice.PRIORITY);
    }

    /** Whether an item that comes in is looked at beside its priority; to be asked once of each. @param undecided whether models are undecided about it, and it looks like none before it */
    public Slice draw(boolean undecided) {
        return slices.draw(undecided);
    }

    /** As {@link #enqueue(Handle, UUID, PolicyDecision)}. @param slice as it was drawn */
    public void enqueue(Handle tx, UUID item, PolicyDecision decision, Slice slice) {
        if (decision.disposition() == Disposition.REVIEW || decision.disposition() == Disposition.WITHHOLD) {
            boolean filed = Rounds.file(tx, new Rounds.Filing(item, 1, Stage.FIRST, lane(tx, decision), decision.queuePriority(), Optional.empty(), List.of(), slice));
            if (filed && decision.deadline().isPresent()) {
                TaskClocks.set(tx, taskId(item, 1), decision.deadline(), decision.calmPriority());
            }
        }
    }

    /** Files a further look, in a round of its own. Returns its task; empty for a quarantined item. */
    public Optional<LeasedTask> file(Handle tx, UUID item, Look look) {
        return Rounds.next(tx, item, look, Lanes.inForce(tx, look.lane()));
    }

    /** Keeps the item's other looks that judge others from somebody who has judged it meanwhile. */
    public void bar(Handle tx, LeasedTask judged, UUID reviewer) {
        Rounds.bar(tx, judged, reviewer);
    }

    /** Whether this task is kept from this person. */
    public boolean isBarred(Handle tx, UUID task, UUID reviewer) {
        return Tasks.isBarred(tx, task, reviewer);
    }

    /**
     * Moves the tasks whose deadline has come a step nearer; to be called every few seconds, by anybody. Touches at most
     * two thousand, and nothing while no step has come. Returns how many it looked at.
     */
    public int rank(Handle tx, PriorityWeights weights) {
        return TaskClocks.rank(tx, weights);
    }

    /** Whether a first look can be decided together with another item's. */
    public enum Availability { FREE, HELD, NOT_WAITING }

    /** FREE when nobody holds the task, or this person does. */
    public Availability availability(Handle tx, UUID task, UUID reviewer) {
        return Tasks.availability(tx, task, reviewer);
    }

    /** Closes tasks that nobody else holds, and returns those it closed. */
    public List<UUID> closeAll(Handle tx, UUID reviewer, List<UUID> tasks) {
        return Leases.closeAll(tx, reviewer, tasks);
    }

    /** Gives closed tasks back to their lanes, and returns those it gave back. */
    public List<UUID> reopenAll(Handle tx, List<UUID> tasks) {
        return Leases.reopenAll(tx, tasks);
    }

    /** When these tasks are due, those without a clock left out. */
    public Map<UUID, Instant> due(Handle tx, List<UUID> tasks) {
        return TaskClocks.due(tx, tasks);
    }

    /** Takes back the follow-up task a verdict filed, also out of somebody's hands. False, and nothing changed, when it was decided. */
    public boolean withdrawFiledBy(Handle tx, UUID verdict) {
        return Rounds.withdrawFiledBy(tx, verdict);
    }

    /** Moves a first-look task that nobody holds or decided to the decision's lane and priority. A skipped one comes forward again. */
    public void reprioritise(Handle tx, UUID item, PolicyDecision decision) {
        int moved = tx.createUpdate("update review_task set lane_id = :lane, priority = :priority where task_id = :task and state = 0")
                .bind("lane", lane(tx, decision)).bind("priority", decision.queuePriority()).bind("task", taskId(item, 1)).execute();
        if (moved > 0) {
            TaskClocks.set(tx, taskId(item, 1), decision.deadline(), decision.calmPriority());
        }
    }

    /**
     * The lane's most urgent tasks, now leased to {@code reviewer}; where many wait, a tenth of all claims is for what was drawn at random and a fifth for what
     * models are undecided about ({@link Slices}). Fewer than {@code n} when the lane runs out, or when
     * others are claiming its head at this moment. Frees lapsed leases when it finds too few. None of a lane that asks
     * for a role the reviewer does not have.
     *
     * @param n 1..64
     */
    public List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n) {
        if (!mayClaim(tx, reviewer, laneId, n)) {
            return List.of();
        }
        List<LeasedTask> mine = new ArrayList<>(slices.claim(tx, reviewer, laneId, n, lease));
        if (mine.size() < n) {
            mine.addAll(Leases.claim(tx, reviewer, laneId, n - mine.size(), lease));
        }
        if (mine.size() < n && reap(tx) > 0) {
            mine.addAll(Leases.claim(tx, reviewer, laneId, n - mine.size(), lease));
        }
        return inOrder(mine);
    }

    /**
     * The same for somebody who is not served everything: other items are passed over and keep their place in the lane.
     *
     * @param served asked of an item, in the transaction, for those at the head of the lane
     */
    public List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n, Predicate<UUID> served) {
        if (!mayClaim(tx, reviewer, laneId, n)) {
            return List.of();
        }
        List<UUID> chosen = Choosing.tasks(tx, reviewer, laneId, n, served);
        if (chosen.size() < n && reap(tx) > 0) {
            chosen = Choosing.tasks(tx, reviewer, laneId, n, served);
        }
        return chosen.isEmpty() ? List.of() : inOrder(Leases.take(tx, reviewer, chosen, lease));
    }

    private static List<LeasedTask> inOrder(List<LeasedTask> tasks) {
        return tasks.stream().sorted(Comparator.comparingInt(LeasedTask::priority).thenComparing(LeasedTask::taskId)).toList();
    }

    /** What closes a task, for whoever measures it beside others: of {@code :task}, {@code :epoch} and {@code :me}. */
    public static String closing() {
        return Leases.CLOSE;
    }

    private boolean mayClaim(Handle tx, UUID reviewer, int laneId, int n) {
        if (n < 1 || n > MOST_AT_ONCE) {
            throw new IllegalArgumentException("A claim takes 1 to " + MOST_AT_ONCE + " tasks, not " + n);
        }
        return everybodys.contains(laneId) || admits(tx, laneId, reviewer);
    }

    /** Leases those of the tasks that nobody holds to {@code reviewer}, as when a stack is opened. What is theirs already is not touched. */
    public List<LeasedTask> take(Handle tx, UUID reviewer, List<UUID> tasks) {
        return Leases.take(tx, reviewer, tasks, lease);
    }

    private boolean admits(Handle tx, int laneId, UUID reviewer) {
        if (!Lanes.isOfLadder(tx, laneId)) {
            everybodys.add(laneId);
            return true;
        }
        return Lanes.admits(tx, laneId, reviewer);
    }

    /** Extends what is still theirs and returns it. */
    public List<UUID> heartbeat(Handle tx, UUID reviewer, List<UUID> tasks) {
        return Leases.extend(tx, reviewer, tasks, lease);
    }

    /**
     * Extends what is still theirs for work away from the network, and returns it.
     *
     * @param longer in whole seconds; on a shared queue at most what the team allows this person
     */
    public List<UUID> keep(Handle tx, UUID reviewer, List<UUID> tasks, Duration longer) {
        return Leases.extend(tx, reviewer, tasks, longer);
    }

    /** How many tasks are in somebody's hands. */
    public int inHand(Handle tx, UUID reviewer) {
        return tx.createQuery("select count(*) from review_task where lease_owner = :me").bind("me", reviewer).mapTo(Integer.class).one();
    }

    /** Gives tasks back. */
    public void release(Handle tx, UUID reviewer, List<UUID> tasks) {
        Leases.release(tx, reviewer, tasks);
    }

    /** Gives back everything the reviewer holds, as on sign-in after a crash. */
    public void releaseAll(Handle tx, UUID reviewer) {
        Leases.releaseAll(tx, reviewer);
    }

    /**
     * Takes what somebody holds in a lane from them, back to the lane, as when they went home with it. What they decide of it
     * all the same is kept as a second opinion. On a shared queue a lead's. Returns how many.
     */
    public int takeFrom(Handle tx, Holder holder) {
        return Leases.free(tx, holder.person(), holder.laneId());
    }

    /** Frees what lapsed. Anybody, any time. Returns how many. */
    public int reap(Handle tx) {
        return Leases.reap(tx);
    }

    /** Closes a task held under this epoch, and returns it. Empty when the lease was lost. */
    public Optional<LeasedTask> close(Handle tx, UUID reviewer, UUID task, long epoch) {
        return Leases.close(tx, reviewer, task, epoch);
    }

    /** Gives back a task held under this epoch, to the end of its lane. False when the lease was lost. */
    public boolean skip(Handle tx, UUID reviewer, UUID task, long epoch) {
        return Leases.skip(tx, reviewer, task, epoch);
    }

    public Optional<LeasedTask> find(Handle tx, UUID task) {
        return Tasks.find(tx, task);
    }

    /** The task as it stands, its row locked until the transaction ends. */
    public Optional<LeasedTask> locked(Handle tx, UUID task) {
        return Tasks.locked(tx, task);
    }

    /**
     * Takes a decided or skipped task back into {@code reviewer}'s hands, under a new epoch. Empty when it is not theirs
     * to take: withdrawn, or in somebody else's hands.
     */
    public Optional<LeasedTask> reopen(Handle tx, UUID reviewer, UUID task) {
        return Leases.reopen(tx, reviewer, task, lease) ? Tasks.locked(tx, task) : Optional.empty();
    }

    /** The task, if it is in the reviewer's hands. */
    public Optional<LeasedTask> held(Handle tx, UUID reviewer, UUID task) {
        return Tasks.held(tx, reviewer, task);
    }

    /** Withdraws every open task of an item. */
    public void withdraw(Handle tx, UUID item) {
        Rounds.withdraw(tx, item);
    }

    /** Lanes of the pack in its order, with their figures; then lanes of earlier packs where something is still open. */
    public List<Lane> lanes(Handle tx) {
        return Lanes.standing(tx, Optional.empty());
    }

    /** As {@link #lanes(Handle)}, counting as waiting only what {@code reviewer} may be given. */
    public List<Lane> lanes(Handle tx, UUID reviewer) {
        return Lanes.standing(tx, Optional.of(reviewer));
    }

    /** What is open of each severity, the gravest first. Counts every open task: not for a window that asks every second. */
    public List<Backlog> backlog(Handle tx) {
        return backlog(tx, Scope.ALL);
    }

    /** Of some items. */
    public List<Backlog> backlog(Handle tx, Scope scope) {
        return Backlog.of(tx, scope);
    }

    /** Who holds what, in order of pseudonym and lane. */
    public List<Holder> holders(Handle tx) {
        return Lanes.holders(tx);
    }

    private static int lane(Handle tx, PolicyDecision decision) {
        return Lanes.number(tx, new LaneKey(decision.pack().id(), decision.jurisdiction(), decision.lane()));
    }
}
