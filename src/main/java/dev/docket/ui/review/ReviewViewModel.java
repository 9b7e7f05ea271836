package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.stage.Room;
import dev.docket.ui.stage.StageViewModel;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

/**
 * What the review screen shows and what its keys do: one case at a time out of what is leased, one verdict on its way
 * to the disk. JavaFX thread; everything slow goes through {@link Background}.
 */
public final class ReviewViewModel {
    private final Casework casework;
    private final Workers workers;
    private final Clock clock;
    private final StageViewModel study;
    private final CaseOnScreen screen;
    private final CaseFlow flow;
    private final VerdictTray tray;
    private final ReadOnlyIntegerWrapper escalated = new ReadOnlyIntegerWrapper(this, "escalated");
    private final BooleanProperty intakeRunning = new SimpleBooleanProperty(this, "intakeRunning");

    /** @param windowSize tasks leased ahead of the one on screen */
    public ReviewViewModel(Casework casework, Workers workers, Clock clock, int windowSize) {
        this.casework = casework;
        this.workers = workers;
        this.clock = clock;
        study = new StageViewModel(workers.study());
        screen = new CaseOnScreen(casework, study, clock);
        tray = new VerdictTray(casework, workers.records(), clock);
        flow = new CaseFlow(casework, workers, screen, clock, windowSize);
    }

    /** Once a second: counts the lanes, keeps the leases, ends what lasts only a while. */
    public void tick() {
        flow.tick(clock.instant());
        tray.tick();
    }

    /** The picture, or its cover, has been on screen for a frame: verdicts are taken from now on. */
    public void painted() {
        flow.painted();
    }

    /** Where pictures are shown is this large from now on. */
    public void room(Room room) {
        flow.room(room);
        study.room(room);
    }

    public void selectLane(int id) {
        if (id != laneIdProperty().get() || is(Situation.PAUSED)) {
            tray.whenStored(() -> flow.select(id));
        }
    }

    /** The next or, for a negative number, the previous lane that has work. */
    public void moveLane(int by) {
        int now = laneIdProperty().get();
        List<Integer> open = lanes().stream().filter(l -> l.waiting() > 0 || l.id() == now).map(Lane::id).toList();
        if (open.size() > 1) {
            selectLane(open.get(Math.floorMod(open.indexOf(now) + by, open.size())));
        }
    }

    /** Enter on an empty lane or a pause: goes on where there is work. */
    public void goOn() {
        if (is(Situation.PAUSED)) {
            selectLane(laneIdProperty().get());
        } else if (is(Situation.LANE_EMPTY)) {
            nextLane().ifPresent(l -> selectLane(l.id()));
        }
    }

    /** Pauses: everything in hand goes back to the pool. */
    public void giveBack() {
        tray.whenStored(flow::pause);
    }

    public void decide(Label label, boolean sure) {
        if (canDecide()) {
            commit(form -> form.decided(label, sure));
        }
    }

    /** @param reason one of the pack's reasons for no decision */
    public void skip(String reason) {
        if (canHandOver()) {
            commit(form -> form.skipped(reason));
        }
    }

    public void escalate(String ladder) {
        if (canHandOver()) {
            escalated.set(escalated.get() + 1);
            commit(form -> form.escalated(ladder));
        }
    }

    /** Leaves the case to somebody who has not seen it. */
    public void secondOpinion() {
        if (canDecide()) {
            commit(VerdictForm::passedOn);
        }
    }

    /** Blanks the screen at once, whatever else is under way; the verdict follows. */
    public void quarantine() {
        ReviewCase gone = currentProperty().get();
        if (is(Situation.CASE) && gone != null && !isStopped()) {
            Verdict made = screen.made(VerdictForm::quarantined, clock.instant());
            flow.withhold(gone.item().sha256());
            tray.whenStored(() -> tray.commit(made, outcome -> {}, flow.notice()::set));
        }
    }

    public void undo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.undo(undone -> undone.ifPresentOrElse(this::undone, () -> flow.notice().set(Text.of("review.undo.nothing")))));
        }
    }

    /** Makes anew what was taken back last. */
    public void redo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.redo(verdict -> verdict.ifPresentOrElse(flow::decidedAnew, () -> flow.notice().set(Text.of("review.redo.nothing")))));
        }
    }

    private void undone(Session.Undone undone) {
        undone.task().ifPresent(flow::back);
        String words = new DoneWords(pack()).of(undone.act());
        if (!undone.back()) {
            flow.notice().set(Text.of("review.undo.stands", words));
        } else if (undone.task().isEmpty()) {
            flow.notice().set(Text.of("review.undo.spread", words));
        }
    }

    /** Tries to store the verdict again that could not be stored. */
    public void retry() {
        tray.retry();
    }

    public boolean canDecide() {
        return canHandOver() && screen.canBeJudged();
    }

    /** A case can be passed on even when its picture cannot be shown, or not yet. */
    public boolean canHandOver() {
        return is(Situation.CASE) && screen.canBePassedOn() && !isStopped();
    }

    public void peek(boolean down) {
        if (is(Situation.CASE)) {
            cover().peek(down);
        }
    }

    /** A part of the picture is seen while the key is down. */
    public void keyhole(boolean down) {
        if (is(Situation.CASE)) {
            cover().keyhole(down);
        }
    }

    public void latch() {
        if (is(Situation.CASE)) {
            cover().latch();
        }
    }

    /** Gives every lease back. The window is closing. */
    public void close() {
        flow.leasing().rest();
    }

    /** The key was pressed now; the verdict moves on as soon as the one before it is stored. */
    private void commit(Function<VerdictForm, Verdict> key) {
        ReviewCase pressed = currentProperty().get();
        Verdict made = screen.made(key, clock.instant());
        tray.whenStored(() -> {
            if (currentProperty().get() == pressed) {
                flow.next(() -> tray.commit(made, this::stored, reason -> refused(pressed, reason)));
            }
        });
    }

    private void stored(VerdictDesk.Outcome outcome) {
        if (outcome == VerdictDesk.Outcome.LATE) {
            flow.notice().set(Text.of("review.late"));
        }
    }

    /** The desk will never take it: the case is there again. */
    private void refused(ReviewCase known, String reason) {
        flow.back(known.task());
        flow.notice().set(reason);
    }

    private boolean is(Situation asked) {
        return situationProperty().get() == asked;
    }

    private boolean isStopped() {
        return !tray.failureProperty().get().isEmpty();
    }

    Casework casework() { return casework; }

    Workers workers() { return workers; }

    public PolicyPack pack() { return casework.pack(); }

    public Cover cover() { return screen.cover(); }

    /** How the picture on screen is looked at, while its cover is open. */
    public StageViewModel study() { return study; }

    public VerdictTray tray() { return tray; }

    public ObservableList<Lane> lanes() { return flow.leasing().lanes(); }

    public ReadOnlyIntegerProperty laneIdProperty() { return flow.leasing().laneId().getReadOnlyProperty(); }

    /** A lane with work other than the selected one. */
    public Optional<Lane> nextLane() { return flow.leasing().nextLane(); }

    /** The cases behind the one on screen. */
    public ObservableList<Held> ahead() { return flow.ahead(); }

    /** Tasks in hand, the one on screen included. */
    public int held() { return flow.held(); }

    public ReadOnlyObjectProperty<Duration> leaseLeftProperty() { return flow.leasing().left().getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Situation> situationProperty() { return flow.situation().getReadOnlyProperty(); }

    /** The case on screen; null while there is none. */
    public ReadOnlyObjectProperty<ReviewCase> currentProperty() { return screen.current(); }

    /** Its picture; null while it is being decoded. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() { return screen.picture(); }

    /** How far a picture of a slow format has probably been decoded, 0..1; empty when it is here, or will be in a moment. */
    public OptionalDouble decoded() { return flow.decoded(); }

    /** Counts up once whenever case, picture or cover have changed, all of them together. */
    public ReadOnlyLongProperty changesProperty() { return screen.changes(); }

    public ReadOnlyBooleanProperty leaseLostProperty() { return flow.leaseLost().getReadOnlyProperty(); }

    /** A sentence for the status bar; empty text when there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() { return flow.notice().getReadOnlyProperty(); }

    /** Escalated by this person in this sitting. */
    public ReadOnlyIntegerProperty escalatedProperty() { return escalated.getReadOnlyProperty(); }

    /** Whether images are being admitted, so that an empty queue is no end. */
    public BooleanProperty intakeRunningProperty() { return intakeRunning; }
}
