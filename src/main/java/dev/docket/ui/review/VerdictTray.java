package dev.docket.ui.review;

import dev.docket.ui.common.Background;
import dev.docket.ui.finding.FindingWords;
import dev.docket.verdict.MissingEvidence;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Verdicts on their way to the disk, one at a time and in order. One that could not be stored stays here until it is;
 * what was stored in this sitting can be taken back and made anew. JavaFX thread.
 */
public final class VerdictTray {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(3);

    private final Casework casework;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> savedAt = new ReadOnlyObjectWrapper<>(this, "savedAt");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Sitting> sitting = new ReadOnlyObjectWrapper<>(this, "sitting", Sitting.NOTHING);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final Consumer<Recorder.Sent> onSent;
    private Instant triedAt = Instant.EPOCH;
    private boolean busy;
    private boolean counting;
    private Runnable next;
    private Runnable again;

    private record Done<T>(T result, Sitting sitting, int waiting) {}

    /** What was sent after it had waited, and where the sitting stands now. */
    private record Later(Recorder.Sent sent, Sitting sitting, int waiting) {}

    /** @param onSent told what became of verdicts that had waited for the database */
    VerdictTray(Casework casework, Background background, Clock clock, Consumer<Recorder.Sent> onSent) {
        this.onSent = onSent;
        this.casework = casework;
        this.background = background;
        this.clock = clock;
    }

    /** Runs {@code step} now, or as soon as the verdict on its way is stored; of several steps waiting only the first counts. */
    void whenStored(Runnable step) {
        if (!busy) {
            step.run();
        } else if (next == null) {
            next = step;
        }
    }

    /** @param onRefused told why the desk will never take this one */
    void commit(Verdict verdict, Consumer<VerdictDesk.Outcome> onStored, Consumer<String> onRefused) {
        store(() -> casework.record(verdict), onStored, onRefused);
    }

    /** @param onRevised false when it cannot be changed any more */
    void revise(Verdict changed, Consumer<Boolean> onRevised, Consumer<String> onRefused) {
        store(() -> casework.revise(changed), onRevised, onRefused);
    }

    /** Stores a quarantine. @param onStored told the number of the record it left */
    void quarantine(Verdict verdict, Consumer<OptionalLong> onStored, Consumer<String> onRefused) {
        store(() -> {
            casework.record(verdict);
            return casework.handOver(verdict.itemId());
        }, onStored, onRefused);
    }

    /** Takes back what was done last. */
    void undo(Consumer<Optional<Session.Undone>> onUndone) {
        store(casework::undo, onUndone, reason -> {});
    }

    /** Makes anew what was taken back last. */
    void redo(Consumer<Optional<Verdict>> onRedone) {
        store(casework::redo, onRedone, reason -> {});
    }

    /** Gives back what a decision was carried over to. @param onBack told how many items that were */
    void reverse(UUID seed, Consumer<Integer> onBack) {
        store(() -> casework.ladder().reverse(seed), onBack, reason -> {});
    }

    /** Tries once more what could not be stored. */
    void retry() {
        if (!failure.get().isEmpty()) {
            failure.set("");
            again.run();
        }
    }

    /** Once a second: verdicts leave the hold by themselves, and those that wait for the database are sent. */
    void tick() {
        if (!busy && waiting.get() > 0 && Duration.between(triedAt, clock.instant()).compareTo(AGAIN_AFTER) >= 0) {
            send();
        }
        if (!busy && !counting && sitting.get().held() > 0) {
            counting = true;
            background.run(casework::sitting, now -> {
                counting = false;
                sitting.set(now);
            }, e -> counting = false);
        }
    }

    private void send() {
        busy = true;
        triedAt = clock.instant();
        background.run(() -> new Later(casework.send(), casework.sitting(), casework.waiting()), later -> {
            busy = false;
            triedAt = clock.instant();
            waiting.set(later.waiting());
            sitting.set(later.sitting());
            if (!later.sent().recorded().isEmpty()) {
                savedAt.set(clock.instant());
            }
            onSent.accept(later.sent());
            runNext();
        }, reason -> {
            busy = false;
            triedAt = clock.instant();
            runNext();
        });
    }

    /** How many verdicts are on this machine's disk and wait for the database. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether a verdict is neither stored nor given up. */
    public boolean isBusy() {
        return busy;
    }

    public ReadOnlyObjectProperty<Instant> savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /** Why the last verdict is not stored; empty text when all is well. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What an undo would take back, and a redo make anew. */
    public ReadOnlyObjectProperty<Sitting> sittingProperty() {
        return sitting.getReadOnlyProperty();
    }

    private <T> void store(Callable<T> step, Consumer<? super T> onStored, Consumer<String> onRefused) {
        busy = true;
        again = () -> store(step, onStored, onRefused);
        background.run(() -> new Done<>(step.call(), casework.sitting(), casework.waiting()), done -> {
            busy = false;
            waiting.set(done.waiting());
            if (done.waiting() == 0) {
                savedAt.set(clock.instant());
            }
            sitting.set(done.sitting());
            onStored.accept(done.result());
            runNext();
        }, reason -> failed(reason, onRefused));
    }

    private void failed(Exception reason, Consumer<String> onRefused) {
        String words = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        next = null;
        if (reason instanceof MissingEvidence lacking) {
            busy = false;
            onRefused.accept(FindingWords.missing(lacking.labelTitle(), lacking.missing()));
        } else if (reason instanceof IllegalArgumentException) {
            busy = false;
            onRefused.accept(words);
        } else {
            failure.set(words);
        }
    }

    private void runNext() {
        Runnable step = next;
        next = null;
        if (step != null) {
            step.run();
        }
    }
}
