package dev.docket.queue;

import java.time.Instant;

/**
 * Somebody who holds tasks.
 *
 * @param pseudonym of the person
 * @param lane key of the lane the tasks are from
 * @param until when the last of the leases ends unless it is extended
 */
public record Holder(String pseudonym, String lane, long tasks, Instant until) {}
