package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.UndecodableImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of one kind: one for the screen and some for the rest. Their threads start with the first picture. Several threads. */
final class Crew implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final long PATIENCE_MILLIS = 5000;

    private final WorkerKind kind;
    private final int forBulk;
    private final Backlog backlog = new Backlog();
    private final List<Lane> lanes = new ArrayList<>();
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("decoder-watchdog").factory());
    private final LongAdder lost = new LongAdder();
    private final AtomicReference<Confinement> confinement = new AtomicReference<>();

    /** @param forBulk how many processes at most, beside the one for the screen */
    Crew(WorkerKind kind, int forBulk) {
        this.kind = kind;
        this.forBulk = forBulk;
        watchdog.setRemoveOnCancelPolicy(true);
    }

    Animation run(Job job) throws UndecodableImageException {
        start();
        if (!backlog.add(job)) {
            throw new CancellationException("The decoder is closed");
        }
        return job.await();
    }

    void prepare() {
        start();
        backlog.prepare();
    }

    /** Of the first process that got ready; empty until then. */
    Optional<Confinement> confinement() {
        return Optional.ofNullable(confinement.get());
    }

    /** Processes that failed and were replaced. */
    long lost() {
        return lost.sum();
    }

    private synchronized void start() {
        if (lanes.isEmpty() && !backlog.isClosed()) {
            for (int i = 0; i <= forBulk; i++) {
                lanes.add(new Lane(kind, i + 1, i == 0, backlog, watchdog, this));
            }
        }
    }

    /** A lane tells that a process got ready. */
    void started(Confinement found) {
        if (confinement.compareAndSet(null, found)) {
            if (found.complete()) {
                LOG.debug("{}", found.sentence());
            } else {
                LOG.warn("{}", found.sentence());
            }
        }
    }

    /** A lane tells that a process failed. */
    void failed() {
        lost.increment();
    }

    @Override
    public synchronized void close() {
        backlog.close().forEach(job -> job.result().cancel(false));
        lanes.forEach(Lane::stop);
        try {
            for (Lane lane : lanes) {
                lane.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watchdog.shutdownNow();
    }
}
