package dev.docket.ui.common;

import dev.docket.progress.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Worker;

/**
 * A long job as the window sees it: how far, what it is at, and the way to stop it. The job tells it from its own
 * thread; the properties change on the JavaFX thread, at most twenty times a second.
 */
public final class Job implements Progress {
    private static final long PAUSE_NANOS = 50_000_000;

    private final Background background;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", -1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong toldAt = new AtomicLong();
    private String title = "";

    public Job(Background background) {
        this.background = background;
    }

    /** On the JavaFX thread, before the work is handed to a worker. */
    public void begin(String title) {
        this.title = title;
        cancelled.set(false);
        words.set(title);
        share.set(-1);
        running.set(true);
    }

    /** On the JavaFX thread, when the work is over, however it went. */
    public void end() {
        running.set(false);
        words.set("");
    }

    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    @Override
    public void at(long done, long total, String what) {
        long now = System.nanoTime();
        long last = toldAt.get();
        boolean soon = last != 0 && now - last < PAUSE_NANOS && done < total;
        if (soon || !toldAt.compareAndSet(last, now)) {
            return;
        }
        background.onScreen(() -> {
            if (running.get()) {
                share.set(total > 0 ? Math.clamp((double) done / total, 0, 1) : -1);
                words.set(total > 0 ? Text.of("job.of", title, done, total) : title);
            }
        });
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** 0..1; {@code -1} while the total is not known, as {@link Worker} has it. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
