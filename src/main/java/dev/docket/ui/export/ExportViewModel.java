package dev.docket.ui.export;

import dev.docket.export.Approvals;
import dev.docket.export.Choices;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.Departure;
import dev.docket.export.Draft;
import dev.docket.export.ExportDesk;
import dev.docket.export.Order;
import dev.docket.export.SelectionException;
import dev.docket.export.SetRegister;
import dev.docket.export.Version;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.StoppedException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
    private final SetWriting writing;
    private final Signatures signatures;
    private final OrderModel order = new OrderModel(this::isOpen, () -> read(""), this::say);
    private final ReadOnlyObjectWrapper<Choices> choices =
            new ReadOnlyObjectWrapper<>(this, "choices", new Choices(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    private final ReadOnlyObjectWrapper<List<SetRegister.Registered>> versions = new ReadOnlyObjectWrapper<>(this, "versions", List.of());
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.READING);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyObjectWrapper<ExportDesk.Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<DecisionSetVerifier.Outcome> checked = new ReadOnlyObjectWrapper<>(this, "checked");
    private final ObjectProperty<Path> target = new SimpleObjectProperty<>(this, "target");
    private final BooleanProperty hiding = new SimpleBooleanProperty(this, "hiding");
    private String hidden = "";
    private long asked;

    /**
     * @param hiding writes pictures with what was outlined hidden
     * @param parent where a new set's folder is proposed
     */
    public ExportViewModel(ExportDesk exports, SetWriting.Hiding hiding, PolicyPack pack, Background background, Clock clock, Path parent) {
        this.exports = exports;
        this.pack = pack;
        this.background = background;
        this.clock = clock;
        this.parent = parent;
        this.job = new Job(background);
        this.writing = new SetWriting(exports, hiding);
        this.signatures = new Signatures(exports.approvals(), exports.self(), background, this::read, this::say);
        target.set(freeFolder());
    }

    // ---- what is asked for

    /** Reads the set anew, as when the screen comes to the front. A written set stays on screen until {@link #startOver}. */
    public void refresh() {
        if (isOpen()) {
            read("");
        }
    }

    /** Shows what was asked for; once it is signed, to be written as it is. */
    void take(Approvals.Request request) {
        if (!isOpen()) {
            return;
        }
        try {
            order.put(request.parsed());
            read("");
            signatures.under(Optional.of(request));
        } catch (SelectionException e) {
            say(e.getMessage());
        }
    }

    /** Only what an earlier set lacks, made as that was. */
    void follow(SetRegister.Registered earlier) {
        background.run(() -> exports.following(earlier.manifest().hex()), order::ask, reason -> say(message(reason)));
    }

    /** What the set that is followed has and this one has not. */
    void departures(Consumer<List<Departure>> then) {
        Draft shown = preview.get().draft();
        background.run(() -> exports.departures(shown), then, reason -> say(message(reason)));
    }

    /** The whole set again. */
    void followNone() {
        order.ask(order.get().withSince(Optional.empty()));
    }

    private boolean isOpen() {
        return situation.get() != Situation.WRITING && situation.get() != Situation.WRITTEN;
    }

    void say(String words) {
        notice.set(words);
    }

    private record Reading(Choices choices, Preview preview, Signatures.Known signatures, List<SetRegister.Registered> versions) {}

    private void read(String why) {
        long mine = ++asked;
        Order wanted = order.get();
        signatures.under(Optional.empty());
        situation.set(Situation.READING);
        background.run(() -> new Reading(exports.choices(), writing.look(wanted), signatures.read(wanted), exports.versions()), reading -> {
            if (mine == asked) {
                choices.set(reading.choices());
                versions.set(reading.versions());
                signatures.show(reading.signatures());
                preview.set(reading.preview());
                situation.set(reading.preview().draft().isEmpty() ? Situation.EMPTY : Situation.READY);
                say(why);
            }
        }, reason -> {
            if (mine == asked) {
                situation.set(Situation.FAILED);
                say(message(reason));
            }
        });
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
        if (signatures.asksFirst()) {
            signatures.ask(order.get());
            return;
        }
        asked++;
        Optional<Approvals.Request> request = signatures.signedProperty().get();
        Path folder = target.get();
        boolean hide = hiding.get();
        situation.set(Situation.WRITING);
        say("");
        job.begin(Text.of("export.writing"));
        background.run(() -> writing.write(shown, request, folder, hide, job), result -> {
            job.end();
            if (result == null) {
                read(Text.of("export.changed"));
            } else {
                hidden = result.hidden();
                written.set(result.written());
                situation.set(Situation.WRITTEN);
            }
        }, reason -> {
            job.end();
            if (reason instanceof StoppedException) {
                read(Text.of("export.stopped"));
            } else {
                situation.set(Situation.READY);
                say(message(reason));
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
            background.run(() -> DecisionSetVerifier.verify(folder), checked::set, reason -> say(message(reason)));
        }
    }

    /** Leaves the written set and reads a new one under the same selection. */
    public void startOver() {
        written.set(null);
        checked.set(null);
        target.set(freeFolder());
        read("");
    }

    static String message(Exception reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    /** {@code decision-set-2026-11-21} in the proposed folder. */
    private Path freeFolder() {
        return SetWriting.free(parent.resolve("decision-set-" + LocalDate.ofInstant(clock.instant(), clock.getZone())));
    }

    // ---- what is shown

    /** The command that writes the same set. */
    String command() {
        return ShellCommand.export(order.get(), followed(), target.get(), signatures.asksFirst(), hiding.get());
    }

    /** As the command line calls the set that a delta follows. */
    private String followed() {
        return versions.get().stream().filter(each -> Optional.of(each.manifest().hex()).equals(order.get().since())).findFirst()
                .flatMap(SetRegister.Registered::version).map(Version::toString).orElse("SET");
    }

    /** The command that checks the set later. */
    String verifyCommand() {
        return ShellCommand.verify(written.get() == null ? target.get() : written.get().folder(), keyId());
    }

    PolicyPack pack() {
        return pack;
    }

    String keyId() {
        return exports.publicKey().id();
    }

    Job job() {
        return job;
    }

    OrderModel order() {
        return order;
    }

    Signatures signatures() {
        return signatures;
    }

    ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Every version of every name, by name and number. */
    ReadOnlyObjectProperty<List<SetRegister.Registered>> versionsProperty() {
        return versions.getReadOnlyProperty();
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

    /** The set just written; null while there is none. */
    public ReadOnlyObjectProperty<ExportDesk.Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** What became of the pictures with parts hidden, beside the set just written; empty text where none were asked for. */
    String hidden() {
        return hidden;
    }

    /** What the check of the written folder found; null before it. */
    public ReadOnlyObjectProperty<DecisionSetVerifier.Outcome> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** Whether pictures with what was outlined hidden are written beside the set. */
    BooleanProperty hidingProperty() {
        return hiding;
    }

    /** The folder the set goes to. */
    public ObjectProperty<Path> targetProperty() {
        return target;
    }
}
