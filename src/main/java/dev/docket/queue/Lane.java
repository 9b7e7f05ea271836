package dev.docket.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lane and how it stands.
 *
 * @param key lane rule of the pack, jurisdiction included: {@code spam}, {@code spam/EU}
 * @param severity S0..S4 word of the lane rule
 * @param waiting tasks nobody holds
 * @param leased tasks somebody holds
 * @param oldest age of the oldest waiting item
 * @param due when the first of its open tasks is due
 * @param barred further tasks that wait, but for somebody else: the reviewer judged those items
 * @param stranded of all that wait, those that everybody at this desk has judged: somebody else is missing
 */
public record Lane(
        int id, String key, String title, String severity, long waiting, long leased, Optional<Duration> oldest,
        Optional<Instant> due, long barred, long stranded) {

    /** A lane without clocks in which everybody may work. */
    public Lane(int id, String key, String title, String severity, long waiting, long leased, Optional<Duration> oldest) {
        this(id, key, title, severity, waiting, leased, oldest, Optional.empty(), 0, 0);
    }
}
