package dev.docket.ui.review;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Text;
import dev.docket.ui.finding.Draft;
import dev.docket.ui.finding.PendingVerdict;
import dev.docket.ui.ladder.LadderViewModel;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** What the keys that decide do with the case on screen. JavaFX thread. */
final class Deciding {
    private final CaseOnScreen screen;
    private final CaseFlow flow;
    private final VerdictTray tray;
    private final PendingVerdict pending;
    private final LadderViewModel ladder;
    private final DoneWords words;
    private final LookingBack back;
    private final Answers answers;
    private final Clock clock;
    private final ReadOnlyIntegerWrapper escalated = new ReadOnlyIntegerWrapper(this, "escalated");

    Deciding(CaseOnScreen screen, CaseFlow flow, VerdictTray tray, PendingVerdict pending, LookingBack back, LadderViewModel ladder, Answers answers, Clock clock) {
        this.screen = screen;
        this.flow = flow;
        this.tray = tray;
        this.pending = pending;
        this.back = back;
        this.ladder = ladder;
        this.answers = answers;
        this.clock = clock;
        words = new DoneWords(pending.pack());
        screen.current().subscribe((was, now) -> {
            if (was == null || now == null || !was.task().taskId().equals(now.task().taskId())) {
                pending.drop();
            }
        });
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
        }, flow.standing()::say));
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
            tray.whenStored(() -> tray.quarantine(made, record -> record.ifPresent(number -> tell("review.withheld.record", number)), flow.standing()::say));
        }
    }

    /** The key was pressed now; the screen moves on once the verdict is on this machine's disk, and the one before it was. */
    private void commit(Function<VerdictForm, Verdict> key) {
        ReviewCase pressed = screen.current().get();
        Draft draft = pending.draftProperty().get();
        Verdict made = screen.made(key, clock.instant());
        tray.whenKept(() -> {
            if (isOn(pressed)) {
                tray.commit(made, () -> {
                    if (isOn(pressed)) {
                        flow.next();
                    }
                }, outcome -> stored(made, pressed, outcome), reason -> refused(pressed, draft, reason));
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
        if (outcome == VerdictDesk.Outcome.ACCEPTED) {
            answers.stored(made);
        }
    }

    /** The desk will never take it: the case is there again, as it was. */
    private void refused(ReviewCase known, Draft draft, String reason) {
        flow.back(known.task());
        pending.change(now -> draft);
        flow.standing().say(reason);
    }

    private void tell(String key, Object... about) {
        flow.standing().say(Text.of(key, about));
    }

    boolean canDecide() {
        return (canHandOver() || back.recalled().get().filter(Recalled::wasBlind).isPresent() && !isStopped()) && screen.canBeJudged();
    }

    boolean canHandOver() {
        return isCase() && screen.canBePassedOn() && !isStopped();
    }

    private boolean isCase() {
        return flow.standing().is(Situation.CASE);
    }

    private boolean isStopped() {
        return !tray.failureProperty().get().isEmpty();
    }

    ReadOnlyIntegerWrapper escalated() {
        return escalated;
    }
}
