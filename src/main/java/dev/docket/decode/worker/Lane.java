package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.DecoderUnavailableException;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.worker.WorkerKind.Memory;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One decoding process after another, and the thread that talks to them: starts one when it is needed, replaces it when it fails. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int TRIES = 2;

    private final WorkerKind kind;
    private final boolean screen;
    private final Backlog backlog;
    private final ScheduledExecutorService watchdog;
    private final Crew crew;
    private final Thread thread;
    private volatile WorkerChild child;

    /**
     * @param screen whether it is kept for the screen
     * @param crew is told of processes that got ready or failed
     */
    Lane(WorkerKind kind, int number, boolean screen, Backlog backlog, ScheduledExecutorService watchdog, Crew crew) {
        this.kind = kind;
        this.screen = screen;
        this.backlog = backlog;
        this.watchdog = watchdog;
        this.crew = crew;
        thread = Thread.ofPlatform().daemon().name("decoder-" + kind.name() + "-" + number).start(this::work);
    }

    private void work() {
        try {
            Backlog.Order order = backlog.next(screen, kind.idle());
            while (order != Backlog.Order.Plain.CLOSE) {
                switch (order) {
                    case Backlog.Order.Decode decode -> serve(decode.job());
                    case Backlog.Order.Plain.REST -> endChild();
                    default -> prepare();
                }
                order = backlog.next(screen, kind.idle());
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", thread.getName());
        } finally {
            endChild();
        }
    }

    private void serve(Job job) {
        try {
            job.result().complete(decode(job));
        } catch (UndecodableImageException | RuntimeException | Error e) {
            job.result().completeExceptionally(e);
        }
        if (child == null && !backlog.isClosed()) {
            prepare();
        }
    }

    private Animation decode(Job job) throws UndecodableImageException {
        Memory memory = kind.memoryFor((long) job.header().width() * job.header().height(), job.file().length);
        for (int attempt = 1; ; attempt++) {
            WorkerChild ready = ready(memory);
            try {
                return decode(ready, job);
            } catch (ChildFailure e) {
                endChild();
                if (backlog.isClosed()) {
                    throw new CancellationException("The decoder is closed");
                }
                crew.failed();
                LOG.warn("{} was ended: {}", ready, e.getMessage());
                if (attempt == TRIES || !e.worthAnotherTry(kind, memory)) {
                    throw e.verdict(kind);
                }
                memory = kind.roomy();
            }
        }
    }

    private Animation decode(WorkerChild ready, Job job) throws ChildFailure, UndecodableImageException {
        Animation decoded = null;
        try {
            decoded = ready.decode(job);
            return decoded;
        } finally {
            if (!ready.tidy(job, decoded)) {
                endChild();
            }
        }
    }

    private void prepare() {
        try {
            ready(kind.usual());
        } catch (DecoderUnavailableException e) {
            LOG.warn("{}", e.getMessage());
        } catch (CancellationException closed) {
            LOG.debug("{}", closed.getMessage());
        }
    }

    /** A process with this memory, the present one where it fits. */
    private WorkerChild ready(Memory memory) {
        if (child != null && (!child.isAlive() || !child.memory().equals(memory))) {
            endChild();
        }
        if (child == null) {
            child = start(memory);
        }
        return child;
    }

    private WorkerChild start(Memory memory) {
        for (int attempt = 1; ; attempt++) {
            if (backlog.isClosed()) {
                throw new CancellationException("The decoder is closed");
            }
            try {
                WorkerChild fresh = new WorkerChild(kind, memory, watchdog);
                LOG.debug("{} is ready: {}", fresh, fresh.confinement());
                crew.started(fresh.confinement());
                return fresh;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new DecoderUnavailableException(e.getMessage(), e);
                }
            }
        }
    }

    private void endChild() {
        if (child != null) {
            child.close();
            child = null;
        }
    }

    /** Ends what the lane is doing; its thread ends after it. The backlog has been closed. */
    void stop() {
        WorkerChild busy = child;
        if (busy != null) {
            busy.kill();
        }
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
