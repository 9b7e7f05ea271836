package dev.docket.desk;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the sets that are written by themselves: at the desk's start, and once a day from then on, on a thread of its own, so that a
 * long one holds up nothing else that has to be done as time passes. Asked by one thread, closed by any.
 */
final class DailyExports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyExports.class);
    private static final Duration DAY = Duration.ofDays(1);
    /** An export stops at its next picture. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Consumer<Progress> writing;
    private final Clock clock;
    private final boolean mine;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("decision-sets").factory());
    private Instant last = Instant.MIN;
    private Future<?> under;
    private volatile boolean closed;

    /**
     * @param writing sees to all sets that are written by themselves; stopped at its safe points
     * @param mine whether this is a lead's desk
     */
    DailyExports(Consumer<Progress> writing, Clock clock, boolean mine) {
        this.writing = writing;
        this.clock = clock;
        this.mine = mine;
    }

    /** Begins where it is time and nothing is being written; returns at once. */
    void round() {
        Instant now = clock.instant();
        if (!mine || closed || last.isAfter(now.minus(DAY)) || under != null && !under.isDone()) {
            return;
        }
        last = now;
        under = worker.submit(this::write);
    }

    private void write() {
        try {
            writing.accept(new UntilClosed());
        } catch (StoppedException e) {
            LOG.info("Decision sets that are written by themselves were stopped; they are begun anew when the desk is opened");
        } catch (RuntimeException e) {
            LOG.warn("Decision sets could not be written by themselves: {}", e.getMessage());
        }
    }

    /** Stops what is being written and waits for it, at most twenty seconds. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
        try {
            worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class UntilClosed implements Progress {
        @Override
        public void at(long done, long total, String what) {}

        @Override
        public boolean cancelled() {
            return closed;
        }
    }
}
