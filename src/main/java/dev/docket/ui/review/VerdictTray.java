package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import dev.docket.ui.common.Background;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Verdicts on their way to the disk, one at a time and in order. One that could not be stored stays here until it is;
 * what was stored in this sitting can be taken back, last first. JavaFX thread.
 */
public final class VerdictTray {

    /**
     * A verdict with its words for the status bar.
     *
     * @param words what it did: {@code Label as AI on 51b0-9e77}
     * @param undoable false for a quarantine
     */
    public record Made(Verdict verdict, String shortId, String words, boolean undoable) {}

    private final Casework casework;
    private final Background background;
    private final Clock clock;
    private final Deque<Made> made = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Instant> savedAt = new ReadOnlyObjectWrapper<>(this, "savedAt");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<Made>> last = new ReadOnlyObjectWrapper<>(this, "last", Optional.empty());
    private boolean busy;
    private Runnable next;
    private Runnable again;

    VerdictTray(Casework casework, Background background, Clock clock) {
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

    void commit(Made verdict, Consumer<VerdictDesk.Outcome> onStored) {
        busy = true;
        again = () -> commit(verdict, onStored);
        background.run(() -> casework.record(verdict.verdict()), outcome -> {
            if (verdict.undoable() && outcome != VerdictDesk.Outcome.DUPLICATE) {
                made.push(verdict);
            }
            stored();
            onStored.accept(outcome);
            runNext();
        }, this::failed);
    }

    /** Takes the last verdict back. {@code onNothing} is told when there is none, or it can no longer be taken back. */
    void undo(Consumer<LeasedTask> onBack, Runnable onNothing) {
        if (made.isEmpty()) {
            onNothing.run();
            return;
        }
        Made verdict = made.peek();
        busy = true;
        again = () -> undo(onBack, onNothing);
        background.run(() -> casework.undo(verdict.verdict()), task -> {
            made.remove(verdict);
            stored();
            task.ifPresentOrElse(onBack, onNothing);
            runNext();
        }, this::failed);
    }

    /** Tries once more what could not be stored. */
    void retry() {
        if (!failure.get().isEmpty()) {
            failure.set("");
            again.run();
        }
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

    /** What an undo would take back. */
    public ReadOnlyObjectProperty<Optional<Made>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    private void stored() {
        busy = false;
        savedAt.set(clock.instant());
        last.set(Optional.ofNullable(made.peek()));
    }

    private void failed(Exception reason) {
        next = null;
        failure.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    private void runNext() {
        Runnable step = next;
        next = null;
        if (step != null) {
            step.run();
        }
    }
}
