package dev.docket.cli;

import dev.docket.progress.Reins;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C as a request: the job is told to stop, and the process lives until the command has put things in order and said
 * what it did, ten seconds at most. Opened first and closed last.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Reins reins;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::stop);

    private Interruption(Reins reins) {
        this.reins = reins;
    }

    /** From now on Ctrl+C pulls the reins. */
    static Interruption stopping(Reins reins) {
        Interruption interruption = new Interruption(reins);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop() {
        reins.stop();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook is what waits for this
        }
    }
}
