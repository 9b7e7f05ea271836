package dev.docket.ui.common;

import dev.docket.progress.Progress;
import dev.docket.progress.Rate;
import dev.docket.progress.Reins;
import dev.docket.progress.Stage;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Worker;

/**
 * A long job as the window sees it: how far, how long still, the way to pause and stop it, and what is left to say of it
 * when it ended before its time. The job tells it from its own threads; the properties change on the JavaFX thread, at
 * most twenty times a second.
 */
public final class Job implements Progress {
    private static final long PAUSE_NANOS = 50_000_000;

    /**
     * What is said of a job that ended before its time, until it is begun again or the words are put away.
     *
     * @param failed whether something is wrong, or it was only stopped
     * @param again begins it again; JavaFX thread
     */
    public record Ended(String words, boolean failed, Runnable again) {}

    private final Background background;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", -1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper stages = new ReadOnlyStringWrapper(this, "stages", "");
    private final ReadOnlyObjectWrapper<Ended> ended = new ReadOnlyObjectWrapper<>(this, "ended");
    private final AtomicLong toldAt = new AtomicLong();
    private final AtomicLong stagesToldAt = new AtomicLong();
    private volatile Reins reins = new Reins();
    private Rate rate = new Rate();
    private String title = "";

    public Job(Background background) {
        this.background = background;
    }

    /** On the JavaFX thread, before the work is handed to a worker. */
    public void begin(String title) {
        this.title = title;
        reins = new Reins();
        rate = new Rate();
        paused.set(false);
        words.set(title);
        stages.set("");
        share.set(-1);
        ended.set(null);
        running.set(true);
    }

    /** On the JavaFX thread, when the work is over, however it went. */
    public void end() {
        running.set(false);
        paused.set(false);
        words.set("");
    }

    /** On the JavaFX thread, instead of {@link #end}, when there is something left to say of it. */
    public void end(Ended how) {
        end();
        ended.set(how);
    }

    /** Puts away what was left to say. JavaFX thread. */
    public void dismiss() {
        ended.set(null);
    }

    public void cancel() {
        reins.stop();
    }

    /** Pauses what is running, or lets it go on. JavaFX thread. */
    public void pauseOrGoOn() {
        if (reins.paused()) {
            reins.goOn();
            rate = new Rate();
        } else {
            reins.pause();
        }
        paused.set(running.get() && reins.paused());
    }

    @Override
    public boolean cancelled() {
        return reins.stopped();
    }

    @Override
    public void stopIfCancelled() {
        reins.pass();
    }

    @Override
    public void at(long done, long total, String what) {
        if (isSoon(toldAt) && done < total) {
            return;
        }
        long now = System.nanoTime();
        toldAt.set(now);
        background.onScreen(() -> {
            if (running.get()) {
                rate.at(now, done);
                share.set(total > 0 ? Math.clamp((double) done / total, 0, 1) : -1);
                words.set(total > 0 ? words(done, total) : title);
            }
        });
    }

    private String words(long done, long total) {
        return rate.left(total).map(left -> Text.of("job.left", title, done, total, Spans.clock(left)))
                .orElseGet(() -> Text.of("job.of", title, done, total));
    }

    @Override
    public void stages(List<Stage> now) {
        if (isSoon(stagesToldAt)) {
            return;
        }
        stagesToldAt.set(System.nanoTime());
        background.onScreen(() -> {
            if (running.get()) {
                stages.set(now.stream().map(stage -> Text.of("job.stage." + stage.name(), stage.now(), stage.done()))
                        .collect(Collectors.joining("\n")));
            }
        });
    }

    private static boolean isSoon(AtomicLong toldAt) {
        long last = toldAt.get();
        return last != 0 && System.nanoTime() - last < PAUSE_NANOS;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** 0..1; {@code -1} while the total is not known, as {@link Worker} has it. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** A line for each stage of a job whose stages overlap; else empty. */
    public ReadOnlyStringProperty stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    /** Null while there is nothing left to say. */
    public ReadOnlyObjectProperty<Ended> endedProperty() {
        return ended.getReadOnlyProperty();
    }
}
