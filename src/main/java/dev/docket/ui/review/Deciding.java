package dev.docket.ui.review;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Text;
import dev.docket.ui.finding.Draft;
import dev.docket.ui.finding.PendingVerdict;
import dev.docket.ui.ladder.LadderViewModel;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the keys that decide do with the case on screen, and how it is taken back. JavaFX thread. */
final class Deciding {
    private final CaseOnScreen screen;
    private final CaseFlow flow;
    private final VerdictTray tray;
    private final PendingVerdict pending;
    private final LadderViewModel ladder;
    private final DoneWords words;
    private final LookingBack back;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Carried>> carried = new ReadOnlyObjectWrapper<>(this, "carried", Optional.empty());
    private Optional<Session.Undone> putTogether = Optional.empty();
    private final ReadOnlyIntegerWrapper escalated = new ReadOnlyIntegerWrapper(this, "escalated");

    Deciding(CaseOnScreen screen, CaseFlow flow, VerdictTray tray, PendingVerdict pending, LookingBack back, LadderViewModel ladder, Clock clock) {
        this.screen = screen;
        this.flow = flow;
        this.tray = tray;
        this.pending = pending;
        this.back = back;
        this.ladder = ladder;
        this.clock = clock;
        words = new DoneWords(pending.pack());
        screen.current().subscribe((was, now) -> {
            if (was == null || now == null || !was.task().taskId().equals(now.task().taskId())) {
                pending.drop();
            }
            if (now != null) {
                shown(now.task().taskId());
            }
        });
    }

    /** A case that was taken back is there as it was put together; on any other what it was carried over to is no question any more. */
    private void shown(UUID task) {
        putTogether.filter(undone -> undone.task().filter(t -> t.taskId().equals(task)).isPresent()).ifPresent(undone -> {
            putTogether = Optional.empty();
            if (undone.act() instanceof Session.Act.Judged(Verdict verdict)) {
                verdict.finding().map(finding -> Draft.of(finding, pending.pack())).filter(draft -> !draft.isEmpty()).ifPresent(pending::recall);
            }
        });
        if (carried.get().filter(left -> !left.task().equals(task)).isPresent()) {
            carried.set(Optional.empty());
        }
    }

    /** The label, with whatever else is pending; stays pending where something is missing. */
    void decide(Label label, boolean sure) {
        if (canDecide()) {
            pending.decided(label, sure).ifPresent(this::commit);
        } else if (back.recalled().get().isPresent()) {
            tell("review.back.seen");
        }
    }

    /** What is pending, if it is complete. */
    void commitPending(boolean sure) {
        if (canDecide() && pending.isPending()) {
            pending.committed(sure).ifPresent(this::commit);
        }
    }

    /** Makes another's finding one's own: whoever takes it is sure. */
    void take(Finding finding) {
        if (canDecide()) {
            commit(finding.withSure(true));
        }
    }

    void leaveGrey(String why) {
        if (canDecide()) {
            commit(form -> form.leftGrey(why));
        }
    }

    private void commit(Finding finding) {
        back.recalled().get().ifPresentOrElse(recalled -> change(recalled, finding), () -> commit(form -> form.decided(finding)));
    }

    /** A blind verdict is changed once everything was seen: a second stage. */
    private void change(Recalled recalled, Finding finding) {
        Verdict changed = screen.made(form -> form.changed(recalled.verdict(), finding), clock.instant());
        tray.whenStored(() -> tray.revise(changed, revised -> {
            back.leave();
            tell(revised ? "review.back.changed" : "review.back.stands", words.of(changed));
        }, flow.notice()::set));
    }

    /** Looks at what was decided last, then at what was before; not while something is pending, which would be lost. */
    void lookBack() {
        if (pending.isPending()) {
            tell("review.back.pending");
        } else if (!isStopped()) {
            tray.whenStored(back::earlier);
        }
    }

    void skip(String reason) {
        if (canHandOver() && reason.equals(VerdictDesk.WELLBEING)) {
            ReviewCase left = screen.current().get();
            tray.whenStored(() -> {
                if (isOn(left)) {
                    flow.leave(left.task());
                }
            });
        } else if (canHandOver()) {
            commit(form -> form.skipped(reason));
        }
    }

    void escalate(String ladder) {
        if (canHandOver()) {
            escalated.set(escalated.get() + 1);
            commit(form -> form.escalated(ladder));
        }
    }

    void secondOpinion() {
        if (canDecide() && canHandOver()) {
            commit(VerdictForm::passedOn);
        }
    }

    void quarantine() {
        ReviewCase gone = screen.current().get();
        if ((isCase() || back.recalled().get().isPresent()) && gone != null && !isStopped()) {
            Verdict made = screen.made(VerdictForm::quarantined, clock.instant());
            flow.withhold(gone.item().sha256());
            tray.whenStored(() -> tray.quarantine(made, record -> record.ifPresent(number -> tell("review.withheld.record", number)), flow.notice()::set));
        }
    }

    void undo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.undo(undone -> undone.ifPresentOrElse(this::undone, () -> tell("review.undo.nothing"))));
        }
    }

    void redo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.redo(anew -> anew.ifPresentOrElse(flow::decidedAnew, () -> tell("review.redo.nothing"))));
        }
    }

    private void undone(Session.Undone undone) {
        putTogether = Optional.of(undone);
        undone.task().ifPresent(flow::back);
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

    void reverse(UUID seed, Consumer<Integer> told) {
        tray.whenStored(() -> tray.reverse(seed, back -> {
            carried.set(Optional.empty());
            told.accept(back);
        }));
    }

    /** The key was pressed now; the verdict moves on as soon as the one before it is stored. */
    private void commit(Function<VerdictForm, Verdict> key) {
        ReviewCase pressed = screen.current().get();
        Draft draft = pending.draftProperty().get();
        Verdict made = screen.made(key, clock.instant());
        tray.whenStored(() -> {
            if (isOn(pressed)) {
                flow.next(() -> tray.commit(made, outcome -> stored(made, pressed, outcome), reason -> refused(pressed, draft, reason)));
            }
        });
    }

    private boolean isOn(ReviewCase pressed) {
        ReviewCase now = screen.current().get();
        return now != null && now.task().equals(pressed.task());
    }

    private void stored(Verdict made, ReviewCase known, VerdictDesk.Outcome outcome) {
        if (outcome == VerdictDesk.Outcome.LATE) {
            tell("review.late");
        } else if (made.shown().blind() && made.finding().isPresent()) {
            tell("review.back.blind");
        }
        ladder.stored(made.id(), known.task().stage());
    }

    /** The desk will never take it: the case is there again, as it was. */
    private void refused(ReviewCase known, Draft draft, String reason) {
        flow.back(known.task());
        pending.change(now -> draft);
        flow.notice().set(reason);
    }

    private void tell(String key, Object... about) {
        flow.notice().set(Text.of(key, about));
    }

    boolean canDecide() {
        return (canHandOver() || back.recalled().get().filter(Recalled::wasBlind).isPresent() && !isStopped()) && screen.canBeJudged();
    }

    boolean canHandOver() {
        return isCase() && screen.canBePassedOn() && !isStopped();
    }

    private boolean isCase() {
        return flow.situation().get() == Situation.CASE;
    }

    private boolean isStopped() {
        return !tray.failureProperty().get().isEmpty();
    }

    ReadOnlyObjectWrapper<Optional<Carried>> carried() {
        return carried;
    }

    ReadOnlyIntegerWrapper escalated() {
        return escalated;
    }
}
