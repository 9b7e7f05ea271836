package dev.docket.decode;

import java.util.concurrent.Semaphore;

/**
 * Bounds the pictures that are being decoded at once: at most one per processor, and all together little more pixels
 * than the largest picture allowed. Safe to use from several threads.
 */
final class DecodeSlots {
    private static final int MEGAPIXELS = PixelBudget.MAX_MEGAPIXELS + 28;

    private final Semaphore free = new Semaphore(MEGAPIXELS, true);
    private final int least = Math.ceilDiv(MEGAPIXELS, Runtime.getRuntime().availableProcessors());

    /** Room for one picture, given back when closed. */
    final class Slot implements AutoCloseable {
        private final int megapixels;

        private Slot(int megapixels) {
            this.megapixels = megapixels;
        }

        @Override
        public void close() {
            free.release(megapixels);
        }
    }

    /** Waits for room. */
    Slot take(int width, int height) {
        int megapixels = (int) Math.ceilDiv((long) width * height, 1_000_000L);
        int taken = Math.clamp(megapixels, least, MEGAPIXELS);
        free.acquireUninterruptibly(taken);
        return new Slot(taken);
    }
}
