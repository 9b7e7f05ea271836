package dev.docket.ui.export;

import dev.docket.dsa.Batch;
import dev.docket.dsa.StatementDesk;
import dev.docket.progress.StoppedException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the sheet for statements of reasons shows and does. Reading and writing happen on workers. JavaFX thread. */
public final class StatementsViewModel {

    /** What the sheet is at. */
    enum Situation { READING, NOTHING, READY, WRITING, WRITTEN, FAILED }

    private final StatementDesk statements;
    private final Background background;
    private final Clock clock;
    private final Path parent;
    private final Job job;
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.READING);
    private final ReadOnlyObjectWrapper<Batch> batch = new ReadOnlyObjectWrapper<>(this, "batch");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ObjectProperty<LocalDate> since = new SimpleObjectProperty<>(this, "since");
    private final ObjectProperty<Path> target = new SimpleObjectProperty<>(this, "target");
    private long asked;

    /** @param parent where the folder is proposed */
    public StatementsViewModel(StatementDesk statements, Background background, Clock clock, Path parent) {
        this.statements = statements;
        this.background = background;
        this.clock = clock;
        this.parent = parent;
        this.job = new Job(background);
        target.set(freeFolder());
        since.subscribe((_, _) -> read());
    }

    /** Reads what is due, from the day chosen on. Not while something is written. */
    void read() {
        if (situation.get() == Situation.WRITING) {
            return;
        }
        long mine = ++asked;
        Optional<LocalDate> from = Optional.ofNullable(since.get());
        target.set(Files.exists(target.get(), LinkOption.NOFOLLOW_LINKS) ? freeFolder() : target.get());
        situation.set(Situation.READING);
        notice.set("");
        job.begin(Text.of("statements.reading"));
        background.run(() -> statements.read(from, job), found -> {
            if (mine == asked) {
                job.end();
                batch.set(found);
                situation.set(found.isEmpty() ? Situation.NOTHING : Situation.READY);
            }
        }, reason -> {
            if (mine == asked) {
                fail(reason);
            }
        });
    }

    /** Writes what is shown. */
    void write() {
        if (situation.get() != Situation.READY) {
            return;
        }
        Batch shown = batch.get();
        Path folder = target.get();
        asked++;
        situation.set(Situation.WRITING);
        notice.set("");
        job.begin(Text.of("statements.writing"));
        background.run(() -> {
            statements.write(shown, folder, job);
            return folder;
        }, _ -> {
            job.end();
            situation.set(Situation.WRITTEN);
        }, this::fail);
    }

    void cancel() {
        job.cancel();
    }

    private void fail(Exception reason) {
        job.end();
        situation.set(Situation.FAILED);
        notice.set(reason instanceof StoppedException ? Text.of("statements.stopped")
                : reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    /** {@code statements-2026-11-21} in the proposed folder, numbered on when it is taken. */
    private Path freeFolder() {
        Path beside = target.get() == null || target.get().getParent() == null ? parent : target.get().getParent();
        String name = "statements-" + LocalDate.ofInstant(clock.instant(), clock.getZone());
        Path folder = beside.resolve(name);
        for (int n = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && n < 1000; n++) {
            folder = beside.resolve(name + "-" + n);
        }
        return folder;
    }

    /** The last day that can be chosen, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    Job job() {
        return job;
    }

    ReadOnlyObjectProperty<Situation> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    /** Null until it was read. */
    ReadOnlyObjectProperty<Batch> batchProperty() {
        return batch.getReadOnlyProperty();
    }

    /** What went wrong; empty text for nothing. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** First day of the decisions, in UTC; null: all. */
    ObjectProperty<LocalDate> sinceProperty() {
        return since;
    }

    /** The folder the files go to. */
    ObjectProperty<Path> targetProperty() {
        return target;
    }
}
