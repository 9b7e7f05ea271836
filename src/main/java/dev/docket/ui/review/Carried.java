package dev.docket.ui.review;

import java.util.UUID;

/**
 * What still stands as a verdict decided that was taken back a moment ago, because it had been carried over.
 *
 * @param seed id of that verdict
 * @param task its task, which is in hand again
 * @param items how many other items stand so
 */
public record Carried(UUID seed, UUID task, long items) {}
