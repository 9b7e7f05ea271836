package dev.docket.ui.review;

import dev.docket.storage.UnreachableException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.finding.FindingWords;
import dev.docket.verdict.MissingEvidence;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
 * Verdicts on their way: to this machine's disk, for which the screen waits, then one after the other to the desk, for
 * which it does not, and which begins when the next picture is painted. One that could not be stored stays here until it is; what was stored in this sitting can be taken
 * back and made anew. JavaFX thread.
 */
public final class VerdictTray {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(3);

    private final Casework casework;
    private final Background records;
    private final Background journal;
    private final Calm calm;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> savedAt = new ReadOnlyObjectWrapper<>(this, "savedAt");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Sitting> sitting = new ReadOnlyObjectWrapper<>(this, "sitting", Sitting.NOTHING);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final Consumer<Recorder.Sent> onSent;
    private final Deque<Step<?>> steps = new ArrayDeque<>();
    private final Deque<Runnable> again = new ArrayDeque<>();
    private Instant triedAt = Instant.EPOCH;
    private boolean keeping;
    private boolean working;
    private boolean sending;
    private boolean untold;
    private boolean counting;
    private Runnable whenKept;
    private Runnable whenStored;

    /** Something the desk does, in its turn. */
    private record Step<T>(Callable<T> work, Consumer<? super T> onDone, Consumer<String> onRefused, boolean waits) {}

    /** What came of it, and where the sitting stands then. */
    private record Done<T>(T result, Sitting sitting, int waiting) {}

    /** @param onSent told what became of verdicts that had waited for the database */
    VerdictTray(Casework casework, Workers workers, Clock clock, Consumer<Recorder.Sent> onSent) {
        this.casework = casework;
        this.records = workers.records();
        this.journal = workers.journal();
        this.calm = workers.calm();
        this.clock = clock;
        this.onSent = onSent;
    }

    /** Runs {@code step} now, or as soon as the next verdict may be made; of several steps waiting only the first counts. */
    void whenKept(Runnable step) {
        if (!keeping && steps.stream().noneMatch(Step::waits)) {
            step.run();
        } else if (whenKept == null) {
            whenKept = step;
        }
    }

    /** Runs {@code step} now, or as soon as the desk has every verdict; of several steps waiting only the first counts. */
    void whenStored(Runnable step) {
        if (!isBusy()) {
            step.run();
        } else if (whenStored == null) {
            whenStored = step;
        }
    }

    /**
     * @param onKept told once it is on this machine's disk
     * @param onRefused told why the desk will never take this one
     */
    void commit(Verdict verdict, Runnable onKept, Consumer<VerdictDesk.Outcome> onStored, Consumer<String> onRefused) {
        keeping = true;
        journal.run(() -> {
            casework.keep(verdict);
            return verdict;
        }, kept -> {
            keeping = false;
            calm.begin();
            onKept.run();
            add(new Step<>(() -> {
                calm.await();
                return casework.record(kept);
            }, onStored, onRefused, false));
            runNext();
        }, reason -> failed(reason, () -> commit(verdict, onKept, onStored, onRefused)));
    }

    /** @param onRevised false when it cannot be changed any more */
    void revise(Verdict changed, Consumer<Boolean> onRevised, Consumer<String> onRefused) {
        add(new Step<>(() -> casework.revise(changed), onRevised, onRefused, true));
    }

    /** Stores a quarantine. @param onStored told the number of the record it left */
    void quarantine(Verdict verdict, Consumer<OptionalLong> onStored, Consumer<String> onRefused) {
        add(new Step<>(() -> {
            VerdictDesk.Outcome outcome = casework.record(verdict);
            return outcome == VerdictDesk.Outcome.PENDING ? OptionalLong.empty() : casework.handOver(verdict.itemId());
        }, onStored, onRefused, true));
    }

    /** Takes back what was done last. @param onRefused told why it cannot be now */
    void undo(Consumer<Optional<Session.Undone>> onUndone, Consumer<String> onRefused) {
        add(new Step<>(casework::undo, onUndone, onRefused, true));
    }

    /** Makes anew what was taken back last. @param onRefused told why it cannot be now */
    void redo(Consumer<Optional<Verdict>> onRedone, Consumer<String> onRefused) {
        add(new Step<>(casework::redo, onRedone, onRefused, true));
    }

    /** Gives back what a decision was carried over to. @param onBack told how many items that were */
    void reverse(UUID seed, Consumer<Integer> onBack, Consumer<String> onRefused) {
        add(new Step<>(() -> casework.ladder().reverse(seed), onBack, onRefused, true));
    }

    /** Tries once more what could not be stored. */
    void retry() {
        if (!failure.get().isEmpty()) {
            failure.set("");
            List<Runnable> failed = List.copyOf(again);
            again.clear();
            failed.forEach(Runnable::run);
        }
    }

    /** Once a second: verdicts leave the hold by themselves, and those that wait for the database are sent. */
    void tick() {
        if (!isBusy() && !sending && (waiting.get() > 0 || untold) && Duration.between(triedAt, clock.instant()).compareTo(AGAIN_AFTER) >= 0) {
            send();
        }
        if (!isBusy() && !counting && sitting.get().held() > 0) {
            counting = true;
            records.run(casework::sitting, now -> {
                counting = false;
                sitting.set(now);
            }, e -> counting = false);
        }
    }

    private void send() {
        sending = true;
        records.run(() -> done(casework::send), later -> {
            sending = false;
            triedAt = clock.instant();
            take(later);
            untold = false;
            onSent.accept(later.result());
        }, reason -> {
            sending = false;
            triedAt = clock.instant();
        });
    }

    /** How many verdicts are on this machine's disk and wait for the database. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether a verdict is neither stored nor given up. */
    public boolean isBusy() {
        return keeping || !steps.isEmpty();
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

    private void add(Step<?> step) {
        steps.add(step);
        if (!working) {
            run(step);
        }
    }

    private <T> void run(Step<T> step) {
        working = true;
        records.run(() -> done(step.work()), done -> {
            working = false;
            steps.remove();
            take(done);
            step.onDone().accept(done.result());
            after();
        }, reason -> refusal(reason).ifPresentOrElse(words -> {
            working = false;
            steps.remove();
            step.onRefused().accept(words);
            after();
        }, () -> failed(reason, () -> run(step))));
    }

    private void after() {
        if (!working && !steps.isEmpty()) {
            run(steps.element());
        }
        runNext();
    }

    private <T> Done<T> done(Callable<T> work) throws Exception {
        return new Done<>(work.call(), casework.sitting(), casework.waiting());
    }

    private void take(Done<?> done) {
        if (done.waiting() == 0) {
            savedAt.set(clock.instant());
        }
        // an undo sends what waits first; what became of that is told by the next sending
        untold |= done.waiting() < waiting.get();
        waiting.set(done.waiting());
        sitting.set(done.sitting());
    }

    /** Why the desk will not do it; empty when it may be tried again. */
    private static Optional<String> refusal(Exception reason) {
        return switch (reason) {
            case MissingEvidence lacking -> Optional.of(FindingWords.missing(lacking.labelTitle(), lacking.missing()));
            case IllegalArgumentException wrong -> Optional.of(words(wrong));
            // verdicts wait for it by themselves: this was something that nobody has to wait for
            case UnreachableException _ -> Optional.of(Text.of("review.unreachable"));
            default -> Optional.empty();
        };
    }

    private static String words(Exception reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    private void failed(Exception reason, Runnable tryAgain) {
        again.add(tryAgain);
        whenKept = null;
        whenStored = null;
        failure.set(words(reason));
    }

    private void runNext() {
        Runnable decide = whenKept;
        whenKept = null;
        if (decide != null) {
            whenKept(decide);
        }
        Runnable step = whenStored;
        if (step != null && !isBusy()) {
            whenStored = null;
            step.run();
        }
    }
}
