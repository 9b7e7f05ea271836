package dev.docket.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as the queue screen lists it.
 *
 * @param lane title of its lane
 * @param severity S0..S4 word of the lane's rule
 * @param round 1 for the first look
 * @param holder pseudonym of who has it now
 * @param leasedUntil when that ends unless it is extended
 */
public record TaskRow(
        UUID taskId, UUID itemId, String lane, String severity, int round, TaskFilter.Standing standing,
        Optional<String> holder, Optional<Instant> leasedUntil, Instant flaggedAt, Instant queuedAt, Optional<String> uploader) {

    /** As {@code ImageItem.shortId}. */
    public String shortId() {
        String hex = itemId.toString();
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }
}
