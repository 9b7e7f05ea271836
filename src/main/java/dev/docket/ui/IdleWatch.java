package dev.docket.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** For how long nobody has touched the window. One clock stands still while the machine sleeps, the other can be set back: the longer one counts. */
final class IdleWatch {
    private final Clock clock;
    private final LongSupplier nanos;
    private Instant usedAt;
    private long usedNanos;

    /** @param nanos of a clock that only goes forward */
    IdleWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        used();
    }

    /** A key, or the mouse. */
    void used() {
        usedAt = clock.instant();
        usedNanos = nanos.getAsLong();
    }

    /** @param after zero: never */
    boolean isIdle(Duration after) {
        Duration slept = Duration.between(usedAt, clock.instant());
        Duration waited = Duration.ofNanos(nanos.getAsLong() - usedNanos);
        return !after.isZero() && (slept.compareTo(after) >= 0 || waited.compareTo(after) >= 0);
    }
}
