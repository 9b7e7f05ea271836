package dev.docket.queue;

import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The tasks waiting for people. Every claim raises the task's epoch, so that a decision made after the lease was lost
 * is told from a good one. Time is the database's.
 */
public final class ReviewQueue {
    /** How long a lease lasts unless it is extended. */
    public static final Duration LEASE = Duration.ofSeconds(90);

    /** Ids of first-look tasks: UUIDv8 of (item, round). */
    public static UUID taskId(UUID item, int round) {
        throw new UnsupportedOperationException();
    }

    /** Makes the pack's lanes exist, the second-opinion lane included, and returns nothing: see {@link #lanes}. */
    public void openLanes(Handle tx, PolicyPack pack) {
        throw new UnsupportedOperationException();
    }

    /** Files a first-look task unless the item has one. */
    public void enqueue(Handle tx, UUID item, PolicyDecision decision) {
        throw new UnsupportedOperationException();
    }

    /** Files a blind second look that {@code notBy} will not be given. */
    public void enqueueSecondOpinion(Handle tx, UUID item, UUID notBy) {
        throw new UnsupportedOperationException();
    }

    /** Moves a task nobody holds or decided to the decision's lane and priority. */
    public void reprioritise(Handle tx, UUID item, PolicyDecision decision) {
        throw new UnsupportedOperationException();
    }

    /** The lane's most urgent tasks, now leased to {@code reviewer}; fewer than {@code n} when the lane runs out. */
    public List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n) {
        throw new UnsupportedOperationException();
    }

    /** Extends what is still theirs and returns it. */
    public List<UUID> heartbeat(Handle tx, UUID reviewer, List<UUID> tasks) {
        throw new UnsupportedOperationException();
    }

    /** Gives tasks back. */
    public void release(Handle tx, UUID reviewer, List<UUID> tasks) {
        throw new UnsupportedOperationException();
    }

    /** Gives back everything the reviewer holds, as on sign-in after a crash. */
    public void releaseAll(Handle tx, UUID reviewer) {
        throw new UnsupportedOperationException();
    }

    /** Frees what lapsed. Anybody, any time. Returns how many. */
    public int reap(Handle tx) {
        throw new UnsupportedOperationException();
    }

    /** Closes a task held under this epoch. False when the lease was lost. */
    public boolean close(Handle tx, UUID reviewer, UUID task, long epoch) {
        throw new UnsupportedOperationException();
    }

    /** Takes a decided task back into {@code reviewer}'s hands, under a new epoch. Empty when it is not theirs to take. */
    public Optional<LeasedTask> reopen(Handle tx, UUID reviewer, UUID task) {
        throw new UnsupportedOperationException();
    }

    /** Withdraws every open task of an item. */
    public void withdraw(Handle tx, UUID item) {
        throw new UnsupportedOperationException();
    }

    /** Lanes of the pack in its order, with their figures. */
    public List<Lane> lanes(Handle tx) {
        throw new UnsupportedOperationException();
    }
}
