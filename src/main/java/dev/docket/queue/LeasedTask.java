package dev.docket.queue;

import java.util.UUID;

/**
 * A task in somebody's hands.
 *
 * @param round 1 for the first look, counting up with each further one
 * @param epoch the fencing token: a decision made under an older one does not count
 * @param priority lower is sooner
 */
public record LeasedTask(UUID taskId, UUID itemId, int round, int laneId, long epoch, int priority, Stage stage) {

    /** A first look. */
    public LeasedTask(UUID taskId, UUID itemId, int round, int laneId, long epoch, int priority) {
        this(taskId, itemId, round, laneId, epoch, priority, Stage.FIRST);
    }

    /** As it stands once claimed: one epoch on. */
    LeasedTask claimed() {
        return new LeasedTask(taskId, itemId, round, laneId, epoch + 1, priority, stage);
    }
}
