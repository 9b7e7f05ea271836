package dev.docket.care;

import java.time.Duration;
import java.time.Instant;

/** Since when somebody has worked without a break, and whether to offer one. Several threads. */
final class Rest {
    /** So long without a new item on screen is a break, whatever was meant by it. */
    private static final Duration BREAK = Duration.ofMinutes(10);
    /** Whoever goes on is asked again after this. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private Instant since;
    private Instant lastWorked;
    private Instant notBefore = Instant.MIN;

    /** There is something on screen now. */
    synchronized void works(Instant now) {
        if (since == null || Duration.between(lastWorked, now).compareTo(BREAK) >= 0) {
            since = now;
            notBefore = Instant.MIN;
        }
        lastWorked = now;
    }

    /** @param every zero: never */
    synchronized boolean isDue(Duration every, Instant now) {
        return every.isPositive() && since != null && !now.isBefore(since.plus(every)) && !now.isBefore(notBefore);
    }

    synchronized void later(Instant now) {
        notBefore = now.plus(LATER);
    }

    synchronized void taken() {
        since = null;
        notBefore = Instant.MIN;
    }

    /** How long somebody has worked without a break. */
    synchronized Duration worked(Instant now) {
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }
}
