package dev.docket.ui.models;

import dev.docket.progress.StoppedException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.models.ModelsViewModel.Notice;
import dev.docket.ui.common.Text;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one long job that the models screen does at a time, and what is said of it. JavaFX thread. */
final class OneJob {
    private final Background background;
    private final Job job;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    OneJob(Background background) {
        this.background = background;
        this.job = new Job(background);
    }

    /**
     * Does it in the background, unless something is being done.
     *
     * @param title what is told meanwhile
     * @param failed after it failed or was stopped, which is told already
     */
    <T> void start(String title, Callable<T> work, Consumer<T> then, Runnable failed) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(Notice.NONE);
        job.begin(title);
        background.run(work, result -> {
            over();
            then.accept(result);
        }, reason -> {
            over();
            notice.set(new Notice(words(reason), !(reason instanceof StoppedException)));
            failed.run();
        });
    }

    /** Something short beside it; only a failure is told. */
    <T> void quietly(Callable<T> task, Consumer<T> then) {
        background.run(task, then, reason -> notice.set(new Notice(words(reason), true)));
    }

    private void over() {
        job.end();
        busy.set(false);
    }

    void say(Notice words) {
        notice.set(words);
    }

    static String words(Exception reason) {
        if (reason instanceof StoppedException) {
            return Text.of("models.stopped");
        }
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    Job job() {
        return job;
    }
}
