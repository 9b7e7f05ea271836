package dev.docket.bench.queue;

import java.time.Duration;

/**
 * How much is queued, and who works at it.
 *
 * @param queued in a queue that is full
 * @param few in one that is nearly empty
 * @param embedded in the queue of a desk of one's own
 * @param reviewers at once
 * @param rounds in which each takes its turn
 * @param shift how long a turn lasts
 */
public record Load(int queued, int few, int embedded, int reviewers, int rounds, Duration shift) {
    /** Lanes of the queue, and how many of them each reviewer works in. */
    static final int LANES = 12;
    static final int LANES_EACH = 3;

    /** How many are claimed at once. */
    static final int WINDOW = 8;

    public static Load full() {
        return new Load(1_000_000, 10_000, 100_000, 32, 5, Duration.ofSeconds(5));
    }

    public static Load quick() {
        return new Load(9_600, 1_200, 2_400, 4, 2, Duration.ofMillis(80));
    }

    public Load withQueued(int tasks) {
        return new Load(tasks, Math.min(few, tasks), Math.min(embedded, tasks), reviewers, rounds, shift);
    }

    public Load withReviewers(int people) {
        return new Load(queued, few, embedded, people, rounds, shift);
    }

    public Load withRounds(int turns) {
        return new Load(queued, few, embedded, reviewers, turns, shift);
    }
}
