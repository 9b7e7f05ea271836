package dev.docket.queue;

import java.util.UUID;

/**
 * A task in somebody's hands.
 *
 * @param round 1 for the first look, 2 for a blind second opinion, 3 for adjudication
 * @param epoch the fencing token: a decision made under an older one does not count
 * @param priority lower is sooner
 */
public record LeasedTask(UUID taskId, UUID itemId, int round, int laneId, long epoch, int priority) {

    /** As it stands once claimed: one epoch on. */
    LeasedTask claimed() {
        return new LeasedTask(taskId, itemId, round, laneId, epoch + 1, priority);
    }
}
