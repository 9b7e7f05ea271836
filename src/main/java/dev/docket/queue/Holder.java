package dev.docket.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who holds tasks.
 *
 * @param pseudonym of the person
 * @param laneId of the lane the tasks are from
 * @param lane its key
 * @param until when the last of the leases ends unless it is extended
 */
public record Holder(UUID person, String pseudonym, int laneId, String lane, long tasks, Instant until) {}
