package dev.docket.ui.export;

import dev.docket.export.Choices;
import dev.docket.export.DecisionSet;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.StoppedException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the decision-set screen shows and does. Reading, writing and checking happen on workers. JavaFX thread. */
public final class ExportViewModel {

    /** What the screen is at. */
    public enum Situation { READING, EMPTY, READY, WRITING, WRITTEN, FAILED }

    private final ExportDesk exports;
    private final PolicyPack pack;
    private final Background background;
    private final Clock clock;
    private final Path parent;
    private final Job job;
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(this, "selection", Selection.ALL);
    private final ReadOnlyObjectWrapper<Set<Format>> formats = new ReadOnlyObjectWrapper<>(this, "formats", Set.copyOf(Format.USUAL));
    private final ReadOnlyObjectWrapper<Splits.Grouping> grouping = new ReadOnlyObjectWrapper<>(this, "grouping", Splits.Grouping.NEAR_DUPLICATES);
    private final ReadOnlyObjectWrapper<Choices> choices =
            new ReadOnlyObjectWrapper<>(this, "choices", new Choices(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.READING);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyObjectWrapper<ExportDesk.Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<DecisionSetVerifier.Outcome> checked = new ReadOnlyObjectWrapper<>(this, "checked");
    private final ObjectProperty<Path> target = new SimpleObjectProperty<>(this, "target");
    private long asked;

    /** @param parent where a new set's folder is proposed */
    public ExportViewModel(ExportDesk exports, PolicyPack pack, Background background, Clock clock, Path parent) {
        this.exports = exports;
        this.pack = pack;
        this.background = background;
        this.clock = clock;
        this.parent = parent;
        this.job = new Job(background);
        target.set(freeFolder());
    }

    // ---- what is asked for

    /** Reads the set anew, as when the screen comes to the front. A written set stays on screen until {@link #startOver}. */
    public void refresh() {
        if (situation.get() != Situation.WRITING && situation.get() != Situation.WRITTEN) {
            read("");
        }
    }

    public void select(Selection wanted) {
        if (isOpen() && !wanted.equals(selection.get())) {
            selection.set(wanted);
            read("");
        }
    }

    /** At least one format stays. */
    public void choose(Format format, boolean wanted) {
        if (!isOpen()) {
            return;
        }
        Set<Format> next = EnumSet.noneOf(Format.class);
        next.addAll(formats.get());
        if (wanted ? next.add(format) : next.size() > 1 && next.remove(format)) {
            formats.set(Set.copyOf(next));
            read("");
        }
    }

    public void group(Splits.Grouping wanted) {
        if (isOpen() && wanted != grouping.get()) {
            grouping.set(wanted);
            read("");
        }
    }

    private boolean isOpen() {
        return situation.get() != Situation.WRITING && situation.get() != Situation.WRITTEN;
    }

    private void read(String why) {
        long mine = ++asked;
        Selection wanted = selection.get();
        Splits.Grouping dealt = grouping.get();
        Set<Format> as = formats.get();
        situation.set(Situation.READING);
        background.run(() -> new Reading(exports.choices(), look(wanted, dealt, as)), reading -> {
            if (mine == asked) {
                choices.set(reading.choices());
                show(reading.preview());
                notice.set(why);
            }
        }, reason -> {
            if (mine == asked) {
                fail(reason);
            }
        });
    }

    private record Reading(Choices choices, Preview preview) {}

    private Preview look(Selection wanted, Splits.Grouping dealt, Set<Format> as) throws SelectionException {
        DecisionSet set = exports.preview(wanted, dealt);
        return new Preview(set, exports.manifest(set, Preview.weighed(as)), as);
    }

    private void show(Preview found) {
        preview.set(found);
        situation.set(found.set().isEmpty() ? Situation.EMPTY : Situation.READY);
    }

    // ---- writing

    /**
     * Writes what is shown. When the desk moved on since the set was read, nothing is written: the new set is shown and
     * {@link #noticeProperty} says so.
     */
    public void write() {
        Preview shown = preview.get();
        if (situation.get() != Situation.READY || shown == null) {
            return;
        }
        asked++;
        Path folder = target.get();
        Set<Format> as = formats.get();
        situation.set(Situation.WRITING);
        notice.set("");
        job.begin(Text.of("export.writing"));
        background.run(() -> {
            Preview now = look(shown.set().selection(), shown.set().grouping(), as);
            return now.manifest().equals(shown.manifest()) ? exports.write(now.set(), as, folder, job) : null;
        }, result -> {
            job.end();
            if (result == null) {
                read(Text.of("export.changed"));
            } else {
                written.set(result);
                situation.set(Situation.WRITTEN);
            }
        }, reason -> {
            job.end();
            if (reason instanceof StoppedException) {
                read(Text.of("export.stopped"));
            } else {
                situation.set(Situation.READY);
                notice.set(message(reason));
            }
        });
    }

    public void cancel() {
        job.cancel();
    }

    /** Checks the folder just written as {@code docket export verify} would. */
    public void verify() {
        if (situation.get() == Situation.WRITTEN) {
            Path folder = written.get().folder();
            checked.set(null);
            background.run(() -> DecisionSetVerifier.verify(folder), checked::set, reason -> notice.set(message(reason)));
        }
    }

    /** Leaves the written set and reads a new one under the same selection. */
    public void startOver() {
        written.set(null);
        checked.set(null);
        target.set(freeFolder());
        read("");
    }

    private void fail(Exception reason) {
        situation.set(Situation.FAILED);
        notice.set(message(reason));
    }

    private static String message(Exception reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    /** {@code decision-set-2026-11-21} in the proposed folder, numbered on when it is taken. */
    private Path freeFolder() {
        String name = "decision-set-" + LocalDate.ofInstant(clock.instant(), clock.getZone());
        Path folder = parent.resolve(name);
        for (int n = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && n < 1000; n++) {
            folder = parent.resolve(name + "-" + n);
        }
        return folder;
    }

    // ---- what is shown

    /** The command that writes the same set. */
    public String command() {
        String where = selection.get().where();
        return "docket export --out " + quoted(target.get().toString())
                + (formats.get().equals(Format.USUAL) ? "" : " --format " + String.join(",", formats.get().stream().sorted().map(Format::word).toList()))
                + (where.isEmpty() ? "" : " --where " + quoted(where))
                + (grouping.get() == Splits.Grouping.NEAR_DUPLICATES ? "" : " --keep-uploaders-together");
    }

    /** The command that checks the set later. */
    public String verifyCommand() {
        Path folder = written.get() == null ? target.get() : written.get().folder();
        return "docket export verify " + quoted(folder.toString()) + " --key " + exports.publicKey().id();
    }

    /** As a POSIX shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    public PolicyPack pack() {
        return pack;
    }

    public String keyId() {
        return exports.publicKey().id();
    }

    public Job job() {
        return job;
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Set<Format>> formatsProperty() {
        return formats.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Splits.Grouping> groupingProperty() {
        return grouping.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Null until the first set was read. */
    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Situation> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    /** What went wrong or is worth knowing; empty text for nothing. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ExportDesk.Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** What the check of the written folder found; null before it. */
    public ReadOnlyObjectProperty<DecisionSetVerifier.Outcome> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** The folder the set goes to. */
    public ObjectProperty<Path> targetProperty() {
        return target;
    }
}
