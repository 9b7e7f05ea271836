package dev.docket.intake;

import dev.docket.progress.StoppedException;
import java.util.concurrent.Semaphore;

/**
 * Bounds the memory held at once. Whoever wants more than is free waits, first come first served; what is larger than
 * the whole waits until it has the whole. Safe to use from several threads.
 */
final class Budget {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    Budget(long bytes) {
        units = units(bytes);
        free = new Semaphore(units, true);
    }

    /** A part of the budget, given back when closed. */
    final class Share implements AutoCloseable {
        private final int taken;

        private Share(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            free.release(taken);
        }
    }

    /** @throws StoppedException when the thread is interrupted while it waits */
    Share take(long bytes) {
        int wanted = Math.min(units(bytes), units);
        try {
            free.acquire(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
        return new Share(wanted);
    }

    private static int units(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, UNIT));
    }
}
