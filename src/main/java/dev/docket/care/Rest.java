package dev.docket.care;

import dev.docket.settings.Breaks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Since when somebody has worked without a break, and whether to offer one. Several threads. */
final class Rest {
    /** So long without a new item on screen is a break, whatever was meant by it. */
    private static final Duration BREAK = Duration.ofMinutes(10);
    /** Whoever goes on is asked again after this. */
    private static final Duration LATER = Duration.ofMinutes(10);

    /**
     * Work without a break.
     *
     * @param last when something new was on screen
     * @param items decided or passed on
     */
    record Work(Instant since, Instant last, int items) {}

    private Work work;
    private Instant notBefore = Instant.MIN;

    /** Goes on with work that was cut off, unless that is so long ago that it was a break. */
    Rest(Optional<Work> earlier, Instant now) {
        work = earlier.filter(w -> Duration.between(w.last(), now).compareTo(BREAK) < 0).orElse(null);
    }

    /** There is something on screen now. */
    synchronized void works(Instant now) {
        if (work == null || Duration.between(work.last(), now).compareTo(BREAK) >= 0) {
            work = new Work(now, now, 0);
            notBefore = Instant.MIN;
        }
        work = new Work(work.since(), now, work.items());
    }

    /** An item was decided or passed on. */
    synchronized void done() {
        work = work == null ? null : new Work(work.since(), work.last(), work.items() + 1);
    }

    synchronized boolean isDue(Breaks breaks, Instant now) {
        return work != null && !now.isBefore(notBefore)
                && (isOver(breaks.every(), Duration.between(work.since(), now)) || breaks.items() > 0 && work.items() >= breaks.items());
    }

    private static boolean isOver(Duration every, Duration worked) {
        return every.isPositive() && worked.compareTo(every) >= 0;
    }

    synchronized void later(Instant now) {
        notBefore = now.plus(LATER);
    }

    synchronized void taken() {
        work = null;
        notBefore = Instant.MIN;
    }

    /** How long somebody has worked without a break. */
    synchronized Duration worked(Instant now) {
        return work == null ? Duration.ZERO : Duration.between(work.since(), now);
    }

    synchronized int items() {
        return work == null ? 0 : work.items();
    }

    synchronized Optional<Work> work() {
        return Optional.ofNullable(work);
    }
}
