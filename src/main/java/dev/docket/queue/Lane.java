package dev.docket.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * A lane and how it stands.
 *
 * @param key lane rule of the pack, jurisdiction included: {@code spam}, {@code spam/EU}
 * @param severity S0..S4 word of the lane rule
 * @param waiting tasks nobody holds
 * @param leased tasks somebody holds
 * @param oldest age of the oldest waiting item
 */
public record Lane(int id, String key, String title, String severity, long waiting, long leased, Optional<Duration> oldest) {}
