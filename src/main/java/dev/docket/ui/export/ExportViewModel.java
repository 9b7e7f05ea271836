package dev.docket.ui.export;

import dev.docket.export.Approvals;
import dev.docket.export.Choices;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.Draft;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Order;
import dev.docket.export.Resolution;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.export.Version;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
    private final OrderModel order = new OrderModel();
    private final ReadOnlyObjectWrapper<List<Approvals.Request>> requests = new ReadOnlyObjectWrapper<>(this, "requests", List.of());
    private final ReadOnlyObjectWrapper<Optional<Approvals.Request>> signed = new ReadOnlyObjectWrapper<>(this, "signed", Optional.empty());
    private final ReadOnlyBooleanWrapper second = new ReadOnlyBooleanWrapper(this, "second", false);
    private final ReadOnlyObjectWrapper<Choices> choices =
            new ReadOnlyObjectWrapper<>(this, "choices", new Choices(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.READING);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyObjectWrapper<ExportDesk.Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<DecisionSetVerifier.Outcome> checked = new ReadOnlyObjectWrapper<>(this, "checked");
    private final ObjectProperty<Path> target = new SimpleObjectProperty<>(this, "target");
    private boolean mayBeSigned;
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

    /** Reads anew where something else is asked for; nothing is changed while a set is written or shown as written. */
    private void ask(Predicate<OrderModel> change) {
        if (isOpen() && change.test(order)) {
            read("");
        }
    }

    public void select(Selection wanted) {
        ask(o -> o.select(wanted));
    }

    /** At least one format stays. */
    public void choose(Format format, boolean wanted) {
        ask(o -> o.choose(format, wanted));
    }

    public void group(Splits.Grouping wanted) {
        ask(o -> o.group(wanted));
    }

    /** By which label counts. */
    public void resolve(Resolution wanted) {
        ask(o -> o.resolve(wanted));
    }

    /** How many items one uploader may have. */
    public void cap(OptionalInt wanted) {
        ask(o -> o.cap(wanted));
    }

    /** How pictures come in. */
    public void bring(Images wanted) {
        if (order.mayBring(wanted)) {
            ask(o -> o.bring(wanted));
        } else {
            notice.set(Text.of("export.images.nowebdataset"));
        }
    }

    /** What the set is called; empty text for a set without a name. One that is no name is told, and changes nothing. */
    public void call(String wanted) {
        try {
            Optional<String> name = wanted.isBlank() ? Optional.empty() : Optional.of(Version.checkName(wanted.strip()));
            ask(o -> o.call(name));
        } catch (SelectionException _) {
            notice.set(Text.of("export.version.badname"));
        }
    }

    // ---- second signatures

    /** Whether {@link #write} asks for a second signature instead. */
    public void waitForSecond(boolean wanted) {
        second.set(wanted);
    }

    /** Signs or refuses what another lead asked for. */
    public void answer(Approvals.Request request, boolean approved) {
        background.run(() -> exports.approvals().answer(request.id(), approved), answered -> read(Text.of(approved ? "export.second.signed" : "export.second.refused")),
                reason -> notice.set(message(reason)));
    }

    /** Shows what was asked for; once it is signed, to be written as it is. */
    public void take(Approvals.Request request) {
        if (!isOpen()) {
            return;
        }
        try {
            order.set(request.parsed());
            read("");
            signed.set(Optional.of(request).filter(asked -> asked.answer().filter(Approvals.Answer::approved).isPresent()));
        } catch (SelectionException e) {
            notice.set(e.getMessage());
        }
    }

    private void askForSecond() {
        Order wanted = order.get();
        background.run(() -> exports.approvals().ask(wanted), _ -> read(Text.of("export.second.asked")), reason -> notice.set(message(reason)));
    }

    private boolean isOpen() {
        return situation.get() != Situation.WRITING && situation.get() != Situation.WRITTEN;
    }

    private void read(String why) {
        long mine = ++asked;
        Order wanted = order.get();
        signed.set(Optional.empty());
        situation.set(Situation.READING);
        background.run(() -> new Reading(exports.choices(), look(wanted, Optional.empty()), exports.approvals().all(), exports.approvals().needed(wanted), exports.approvals().possible()), reading -> {
            if (mine == asked) {
                choices.set(reading.choices());
                requests.set(reading.requests());
                mayBeSigned = reading.possible();
                second.set(reading.needed() || second.get());
                show(reading.preview());
                notice.set(why);
            }
        }, reason -> {
            if (mine == asked) {
                fail(reason);
            }
        });
    }

    private record Reading(Choices choices, Preview preview, List<Approvals.Request> requests, boolean needed, boolean possible) {}

    private Preview look(Order wanted, Optional<Approvals.Request> request) throws SelectionException {
        Draft draft = request.isPresent() ? exports.draft(wanted, request.get()) : exports.draft(wanted);
        return new Preview(draft, exports.manifest(draft.as(Preview.weighed(wanted.formats()))), wanted.formats());
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
        Optional<Approvals.Request> request = signed.get();
        if (second.get() && request.isEmpty()) {
            askForSecond();
            return;
        }
        asked++;
        Path folder = target.get();
        situation.set(Situation.WRITING);
        notice.set("");
        job.begin(Text.of("export.writing"));
        background.run(() -> {
            Preview now = look(shown.draft().order(), Optional.empty());
            return now.manifest().equals(shown.manifest()) ? write(now.draft(), request, folder) : null;
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

    private ExportDesk.Written write(Draft draft, Optional<Approvals.Request> request, Path folder) throws Exception {
        return exports.write(request.isPresent() ? exports.draft(draft.order(), request.get()) : draft, request, folder, job);
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
        return ShellCommand.export(order.get(), target.get(), second.get() && signed.get().isEmpty());
    }

    /** The command that checks the set later. */
    public String verifyCommand() {
        return ShellCommand.verify(written.get() == null ? target.get() : written.get().folder(), exports.publicKey().id());
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

    /** All that is asked for. */
    public ReadOnlyObjectProperty<Order> orderProperty() {
        return order.property();
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return order.selectionProperty();
    }

    /** What second leads were asked for, newest first. */
    public ReadOnlyObjectProperty<List<Approvals.Request>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    /** The request on which what is shown is written. */
    public ReadOnlyObjectProperty<Optional<Approvals.Request>> signedProperty() {
        return signed.getReadOnlyProperty();
    }

    /** Whether a second lead has to sign first. */
    public ReadOnlyBooleanProperty secondProperty() {
        return second.getReadOnlyProperty();
    }

    /** Whether somebody else here could sign. */
    boolean mayBeSigned() {
        return mayBeSigned;
    }

    /** This person, by pseudonym. */
    String self() {
        return exports.self();
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
