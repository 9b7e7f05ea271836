package dev.docket.ui.audit;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.KnownSeals;
import dev.docket.audit.LoggedEntry;
import dev.docket.audit.Sealer;
import dev.docket.progress.StoppedException;
import dev.docket.ui.audit.LogBook.Dossier;
import dev.docket.ui.audit.LogBook.Standing;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the audit screen shows and does: the list, one row of it, and one long job at a time. JavaFX thread. */
public final class AuditViewModel {

    /** Something the screen has to say. @param warning whether it did not go as wished */
    public record Notice(String words, boolean warning) {
        static final Notice NONE = new Notice("", false);
    }

    private final LogBook book;
    private final Background background;
    private final Clock clock;
    private final Job job;
    private final LogListing listing;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(this, "standing", Standing.NONE);
    private final ReadOnlyObjectWrapper<Optional<LogRow>> selected = new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Dossier>> dossier = new ReadOnlyObjectWrapper<>(this, "dossier", Optional.empty());
    private final ReadOnlyObjectWrapper<Verification> verification = new ReadOnlyObjectWrapper<>(this, "verification", Verification.NOT_YET);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private Consumer<UUID> history = _ -> {};
    private long asked;

    /** @param background several threads: checking takes long, and reading goes on meanwhile */
    public AuditViewModel(LogBook book, Background background, Clock clock) {
        this.book = book;
        this.background = background;
        this.clock = clock;
        job = new Job(background);
        listing = new LogListing(book, background, this::failed);
    }

    /** Shows what there is, from the newest; what was chosen stays chosen. */
    public void refresh() {
        notice.set(Notice.NONE);
        readStanding();
        listing.read();
    }

    private void readStanding() {
        background.run(book::standing, standing::set, this::failed);
    }

    public void select(LogRow row) {
        selected.set(Optional.of(row));
        if (row instanceof LogRow.Entry(LoggedEntry logged)) {
            open(logged.entry().writer(), logged.entry().seq());
        } else {
            asked++;
            dossier.set(Optional.empty());
        }
    }

    /** Works the proof of an entry out anew. */
    public void open(UUID writer, long seq) {
        long question = ++asked;
        background.run(() -> book.dossier(writer, seq), found -> {
            // somebody went on since
            if (question == asked) {
                dossier.set(found);
            }
        }, this::failed);
    }

    /** Lists the entry of this name alone, and opens it. */
    public void show(String name) {
        listing.narrow(AuditFilter.ALL.withWords(name));
    }

    /** Where an item's history is shown. To be called once. */
    public void onHistory(Consumer<UUID> shown) {
        history = shown;
    }

    public void history(UUID item) {
        history.accept(item);
    }

    // ---- long jobs

    public void verify() {
        if (busy.get()) {
            return;
        }
        Instant began = clock.instant();
        verification.set(Verification.of(Verification.State.RUNNING));
        start(Text.of("audit.job.verify"), () -> book.verify(job), check -> {
            verification.set(Verification.of(check, clock.instant(), Duration.between(began, clock.instant())));
            readStanding();
        }, reason -> verification.set(reason instanceof StoppedException ? Verification.of(Verification.State.STOPPED) : Verification.failed(words(reason))));
    }

    public void cancel() {
        job.cancel();
    }

    public void export(Path file) {
        start(Text.of("audit.job.export"), () -> book.export(file), entries -> notice.set(new Notice(Text.of("audit.exported", entries, file), false)), this::failed);
    }

    /** @param password is wiped */
    public void seal(Path key, char[] password) {
        start(Text.of("audit.job.seal"), () -> {
            try {
                return book.seal(key, password);
            } finally {
                Arrays.fill(password, '\0');
            }
        }, sealed -> {
            notice.set(new Notice(sealed.map(Sealer.Sealed::checkpoint).map(checkpoint -> Text.of("audit.sealed", checkpoint.size())).orElseGet(() -> Text.of("audit.sealed.none")), false));
            readStanding();
            listing.read();
        }, this::failed);
    }

    /** What the seals are judged by from now on. */
    public void know(KnownSeals known) {
        background.run(() -> {
            book.know(known);
            return known;
        }, _ -> {
            verification.set(Verification.NOT_YET);
            readStanding();
            selected.get().ifPresent(this::select);
        }, this::failed);
    }

    private <T> void start(String title, Callable<T> work, Consumer<T> then, Consumer<Exception> otherwise) {
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
            otherwise.accept(reason);
        });
    }

    private void over() {
        job.end();
        busy.set(false);
    }

    private void failed(Exception reason) {
        notice.set(new Notice(words(reason), true));
    }

    private static String words(Exception reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    // ---- what is shown

    public LogBook book() {
        return book;
    }

    public Clock clock() {
        return clock;
    }

    public Job job() {
        return job;
    }

    public LogListing listing() {
        return listing;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The row that is open. */
    public ReadOnlyObjectProperty<Optional<LogRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The entry that is open, with its proof. */
    public ReadOnlyObjectProperty<Optional<Dossier>> dossierProperty() {
        return dossier.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Verification> verificationProperty() {
        return verification.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether a job is running; nothing else can be started then. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
