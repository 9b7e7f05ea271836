package dev.docket.team;

import java.time.Duration;

/**
 * How much somebody may hold at a shared queue, which refuses more.
 *
 * @param tasks at once
 * @param lease how long without asking again
 */
public record Limits(int tasks, Duration lease) {}
