package dev.docket.ui;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.ui.common.Background;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what can wait, a few pictures at a time, when the desk opens and when an intake has ended. It works only while nobody
 * uses the window and nothing is admitted: the processor is theirs first. JavaFX thread, but for {@link #close}.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Consumer<Progress> work;
    private final BooleanSupplier away;
    private final Duration nap;
    private final Background worker;
    private volatile boolean closed;
    private volatile boolean admitting;
    private boolean working;
    private boolean again;

    /**
     * @param work the work; takes up where it was left when it is begun again
     * @param away whether nobody uses the window just now; asked on the worker
     * @param nap how long to wait before asking again
     * @param worker one thread of its own, closed with this
     */
    Upkeep(Consumer<Progress> work, BooleanSupplier away, Duration nap, Background worker) {
        this.work = work;
        this.away = away;
        this.nap = nap;
        this.worker = worker;
    }

    /** Begins, and begins again whenever an intake has ended. */
    void start(ObservableValue<Boolean> intake) {
        intake.subscribe(running -> {
            admitting = running;
            if (!running) {
                begin();
            }
        });
    }

    private void begin() {
        again = working;
        if (!working) {
            working = true;
            worker.run(this::round, done -> ended(), this::failed);
        }
    }

    private Boolean round() {
        Progress gently = new Gently();
        gently.stopIfCancelled(); // before the first picture, too
        work.accept(gently);
        return true;
    }

    private void failed(Exception reason) {
        if (!(reason instanceof StoppedException)) {
            LOG.warn("What was to be done meanwhile was not finished: {}", reason.getMessage());
        }
        ended();
    }

    private void ended() {
        working = false;
        if (again && !closed) {
            begin();
        }
    }

    /** Stops within a few pictures and waits for it. Any thread. */
    @Override
    public void close() {
        closed = true;
        worker.close();
    }

    /** Waits where it may be stopped for as long as somebody else needs the processor. */
    private final class Gently implements Progress {
        @Override
        public void at(long done, long total, String what) {}

        @Override
        public boolean cancelled() {
            return closed;
        }

        @Override
        public void stopIfCancelled() {
            try {
                while (!closed && (admitting || !away.getAsBoolean())) {
                    Thread.sleep(nap);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
            Progress.super.stopIfCancelled();
        }
    }
}
