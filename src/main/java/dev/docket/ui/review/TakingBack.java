package dev.docket.ui.review;

import dev.docket.ui.common.Text;
import dev.docket.ui.finding.Draft;
import dev.docket.ui.finding.PendingVerdict;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Takes back what was decided in this sitting, makes it anew, and gives back what it had been carried over to. JavaFX thread. */
final class TakingBack {
    private final CaseFlow flow;
    private final VerdictTray tray;
    private final PendingVerdict pending;
    private final DoneWords words;
    private final ReadOnlyObjectWrapper<Optional<Carried>> carried = new ReadOnlyObjectWrapper<>(this, "carried", Optional.empty());
    private Optional<Session.Undone> awaited = Optional.empty();

    /** After whatever else listens to the case on screen and drops what was pending on the one before. */
    TakingBack(CaseOnScreen screen, CaseFlow flow, VerdictTray tray, PendingVerdict pending) {
        this.flow = flow;
        this.tray = tray;
        this.pending = pending;
        words = new DoneWords(pending.pack());
        screen.current().subscribe(now -> {
            if (now != null) {
                shown(now.task().taskId());
            }
        });
    }

    /** A case that was taken back is there as it was put together; on any other what it was carried over to is no question any more. */
    private void shown(UUID task) {
        awaited.filter(undone -> undone.task().filter(t -> t.taskId().equals(task)).isPresent()).ifPresent(undone -> {
            awaited = Optional.empty();
            if (undone.act() instanceof Session.Act.Judged(Verdict verdict)) {
                putTogether(verdict);
            }
        });
        if (carried.get().filter(left -> !left.task().equals(task)).isPresent()) {
            carried.set(Optional.empty());
        }
    }

    private void putTogether(Verdict verdict) {
        verdict.finding().map(finding -> Draft.of(finding, pending.pack())).filter(draft -> !draft.isEmpty()).ifPresent(pending::recall);
    }

    void undo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.undo(undone -> undone.ifPresentOrElse(this::undone, () -> tell("review.undo.nothing")), flow.standing()::say));
        }
    }

    void redo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.redo(anew -> anew.ifPresentOrElse(flow::decidedAnew, () -> tell("review.redo.nothing")), flow.standing()::say));
        }
    }

    private void undone(Session.Undone undone) {
        awaited = Optional.of(undone);
        undone.task().ifPresent(flow::back);
        if (undone.unsent() && undone.act() instanceof Session.Act.Judged(Verdict verdict)) {
            recall(verdict);
            return;
        }
        carried.set(undone.task().filter(_ -> undone.descendants() > 0).map(task -> new Carried(seedOf(undone.act()), task.taskId(), undone.descendants())));
        if (!undone.back()) {
            tell("review.undo.stands", words.of(undone.act()));
        } else if (undone.act() instanceof Session.Act.Reversed(Propagation.Reversal reversal)) {
            flow.gone(reversal.tasks());
            tell("review.undo.spread", words.of(undone.act()));
        } else if (undone.task().isEmpty()) {
            tell("review.undo.spread", words.of(undone.act()));
        }
    }

    /** It was never sent, so that its case is in hand as it was; a change leaves the case where it is. */
    private void recall(Verdict verdict) {
        awaited = Optional.empty();
        if (verdict.kind() == VerdictKind.REVISED) {
            tell("review.undo.spread", words.of(new Session.Act.Judged(verdict)));
        } else if (flow.again(verdict.taskId())) {
            putTogether(verdict);
        }
    }

    private static UUID seedOf(Session.Act act) {
        return switch (act) {
            case Session.Act.Judged(Verdict verdict) -> verdict.id();
            case Session.Act.Spread spread -> spread.batch().seed();
            case Session.Act.Reversed(Propagation.Reversal reversal) -> reversal.seed();
        };
    }

    /** Gives back what the verdict that was taken back last had been carried over to. */
    void reverse() {
        if (!isStopped()) {
            tray.whenStored(() -> carried.get().ifPresentOrElse(left -> reverse(left.seed(), back -> tell("review.carried.back", back)),
                    () -> tell("review.carried.nothing")));
        }
    }

    /** @param told how many items went back to their lanes */
    void reverse(UUID seed, Consumer<Integer> told) {
        tray.whenStored(() -> tray.reverse(seed, back -> {
            carried.set(Optional.empty());
            told.accept(back);
        }, flow.standing()::say));
    }

    /** What a verdict that was taken back a moment ago had been carried over to and still stands. */
    ReadOnlyObjectProperty<Optional<Carried>> carried() {
        return carried.getReadOnlyProperty();
    }

    private boolean isStopped() {
        return !tray.failureProperty().get().isEmpty();
    }

    private void tell(String key, Object... about) {
        flow.standing().say(Text.of(key, about));
    }
}
