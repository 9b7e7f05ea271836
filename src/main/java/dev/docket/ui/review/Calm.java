package dev.docket.ui.review;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the desk does for a verdict waits until the next picture is on the screen, which would otherwise share the processors with it. A
 * picture that does not come holds nothing up for longer than a moment. Several threads.
 */
class Calm {
    /** Nothing waits. */
    static final Calm NONE = new Calm(Duration.ZERO) {
        @Override
        synchronized void begin() {}
    };

    private static final Duration MOST = Duration.ofMillis(150);

    private final long mostNanos;
    private long endsAt = System.nanoTime();

    Calm() {
        this(MOST);
    }

    /** @param most how long a picture is waited for */
    Calm(Duration most) {
        mostNanos = most.toNanos();
    }

    /** A picture is about to be painted. */
    synchronized void begin() {
        endsAt = System.nanoTime() + mostNanos;
    }

    /** It is on the screen. */
    synchronized void end() {
        endsAt = System.nanoTime();
        notifyAll();
    }

    /** Returns when no picture is about to be painted. Not on the JavaFX thread. */
    synchronized void await() throws InterruptedException {
        for (long left = endsAt - System.nanoTime(); left > 0; left = endsAt - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
