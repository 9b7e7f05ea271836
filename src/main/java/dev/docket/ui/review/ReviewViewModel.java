package dev.docket.ui.review;

import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.registry.ModelCard;
import dev.docket.settings.Care;
import dev.docket.settings.OwnLanes;
import dev.docket.storage.Notices;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.finding.PendingVerdict;
import dev.docket.ui.finding.RegionPen;
import dev.docket.ui.ladder.LadderViewModel;
import dev.docket.ui.stage.Room;
import dev.docket.ui.stage.StageViewModel;
import dev.docket.verdict.Finding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
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
    private final PendingVerdict pending;
    private final RegionPen regions;
    private final LookingBack back;
    private final LadderViewModel ladder;
    private final Answers answers;
    private final Deciding deciding;
    private final TakingBack takingBack;
    private final ReadOnlyLongWrapper seconds = new ReadOnlyLongWrapper(this, "seconds");
    private final BooleanProperty intakeRunning = new SimpleBooleanProperty(this, "intakeRunning");

    /** @param windowSize tasks leased ahead of the one on screen */
    public ReviewViewModel(Casework casework, Workers workers, Clock clock, int windowSize) {
        this.casework = casework;
        this.workers = workers;
        this.clock = clock;
        study = new StageViewModel(workers.study());
        screen = new CaseOnScreen(casework, study, clock);
        flow = new CaseFlow(casework, workers, screen, clock, windowSize);
        answers = new Answers(casework, workers.records());
        tray = new VerdictTray(casework, workers, clock, sent -> {
            SentWords.of(sent).ifPresent(flow.standing()::say);
            sent.recorded().forEach(answers::stored);
        });
        pending = new PendingVerdict(casework.pack());
        regions = new RegionPen(pending, study);
        back = new LookingBack(casework, workers, flow);
        ladder = new LadderViewModel(casework.ladder(), workers.records());
        ladder.noticeProperty().subscribe(flow.standing()::say);
        deciding = new Deciding(screen, flow, tray, pending, back, ladder, answers, clock);
        takingBack = new TakingBack(screen, flow, tray, pending);
    }

    /** Once a second: counts the lanes, keeps the leases, ends what lasts only a while. */
    public void tick() {
        flow.tick(clock.instant());
        tray.tick();
        seconds.set(seconds.get() + 1);
    }

    /** The picture, or its cover, has been on screen for a frame: verdicts are taken from now on. */
    public void painted() {
        flow.painted();
    }

    /** It is on the display: whoever has waited so as not to hold it up goes on. */
    public void displayed() {
        flow.displayed();
        workers.calm().end();
    }

    /** Where pictures are shown is this large from now on. */
    public void room(Room room) {
        flow.room(room);
        back.room(room);
        study.room(room);
    }

    public void selectLane(int id) {
        if (id != laneIdProperty().get() || isResting()) {
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

    /** Enter on an earlier case, an empty lane or a pause: goes on where there is work. */
    public void goOn() {
        back.leave();
        if (isResting()) {
            selectLane(laneIdProperty().get());
        } else if (flow.standing().is(Situation.LIMIT)) {
            flow.lighter();
        } else if (breakDueProperty().get()) {
            flow.relief().breakLater();
        } else if (flow.standing().is(Situation.LANE_EMPTY)) {
            nextLane().ifPresent(l -> selectLane(l.id()));
        } else if (flow.standing().is(Situation.WITHDRAWN)) {
            flow.lookOn();
        }
    }

    /** A break now: everything in hand goes back to the pool. */
    public void takeBreak() {
        if (!flow.standing().is(Situation.BREAK)) {
            tray.whenStored(flow::takeBreak);
        }
    }

    /** The limit that was reached pauses nothing any longer. */
    public void goOnAnyway() {
        flow.goOnAnyway();
    }

    /** What the reviewer wants to see is another from now on, for what is in hand too. */
    public void heed(Care wanted) {
        casework.care().settings(wanted);
        flow.careChanged();
    }

    /**
     * Work is drawn from these lanes from now on.
     *
     * @param ahead tasks leased ahead of the one on screen
     */
    public void draw(OwnLanes own, int ahead) {
        flow.leasing().draw(own, ahead);
        Optional<Lane> first = lanes().stream().filter(l -> !l.closed()).findFirst();
        if (!isResting() && laneIdProperty().get() >= 0 && lanes().stream().noneMatch(l -> l.id() == laneIdProperty().get())) {
            nextLane().or(() -> first).ifPresent(l -> selectLane(l.id()));
        }
    }

    /** Something has changed at the desk that should be seen at once; new tasks, where there is nothing to do. */
    public void heard(String what) {
        if (!what.equals(Notices.TASKS)) {
            checkLeases();
            flow.leasing().countNow();
        } else if (held() == 0 && !isResting()) {
            flow.leasing().countNow();
        }
    }

    /** These were taken along, and are in hand behind what is. */
    void takenAlong(TakenAlong taken) {
        flow.leasing().takenAlong(taken);
    }

    /** A sentence for the status bar. */
    void say(String words) {
        flow.standing().say(words);
    }

    /** Asks at once which leases are still held, as when some were given back elsewhere. */
    public void checkLeases() {
        flow.leasing().check();
    }

    /** For how long what is held stays held behind a locked window, at most. */
    public static Duration heldLocked() {
        return Leasing.KEPT_LOCKED.plus(ReviewQueue.LEASE);
    }

    /** The window was locked, or is open again. */
    public void away(boolean gone) {
        flow.leasing().away(gone);
    }

    /** Pauses: everything in hand goes back to the pool. */
    public void giveBack() {
        tray.whenStored(flow::pause);
    }

    /** The label with its defaults and whatever is pending; stays pending where something is missing. */
    public void decide(Label label, boolean sure) { deciding.decide(label, sure); }

    /** Makes another's finding one's own. */
    public void take(Finding finding) { deciding.take(finding); }

    /** Settles a dispute as open. */
    public void leaveGrey(String words) { deciding.leaveGrey(words); }

    /** Commits what is pending, if it is complete. */
    public void commitPending(boolean sure) { deciding.commitPending(sure); }

    /** @param reason one of the pack's reasons for no decision */
    public void skip(String reason) { deciding.skip(reason); }

    public void escalate(String ladder) { deciding.escalate(ladder); }

    /** Leaves the case to somebody who has not seen it. */
    public void secondOpinion() { deciding.secondOpinion(); }

    /** Blanks the screen at once, whatever else is under way; the verdict follows. */
    public void quarantine() { deciding.quarantine(); }

    public void undo() { takingBack.undo(); }

    /** Makes anew what was taken back last. */
    public void redo() { takingBack.redo(); }

    /** Gives back what the verdict that was taken back last had been carried over to. */
    public void reverse() { takingBack.reverse(); }

    /** Gives back what a decision was carried over to. @param told how many items went back to their lanes */
    void reverse(UUID seed, Consumer<Integer> told) { takingBack.reverse(seed, told); }

    /** What a verdict that was taken back a moment ago had been carried over to and still stands; empty when there is none. */
    public ReadOnlyObjectProperty<Optional<Carried>> carriedProperty() { return takingBack.carried(); }

    /** Shows what is hidden until the reviewer asks. */
    public void showScores() { screen.ask(); }

    /** Looks at what was decided last, with everything shown, then at what was before. */
    public void lookBack() { deciding.lookBack(); }

    /** What is looked at again; empty while the reviewer is at work. */
    public ReadOnlyObjectProperty<Optional<Recalled>> recalledProperty() { return back.recalled(); }

    /** These were decided elsewhere at this desk. */
    public void gone(List<UUID> tasks) {
        tray.whenStored(() -> flow.gone(tasks));
    }

    /** Tries to store the verdict again that could not be stored. */
    public void retry() { tray.retry(); }

    public boolean canDecide() { return deciding.canDecide(); }

    /** A case can be passed on even when its picture cannot be shown, or not yet. */
    public boolean canHandOver() { return deciding.canHandOver(); }

    public void peek(boolean down) {
        if (flow.standing().isAtCase()) {
            cover().peek(down);
        }
    }

    /** A part of the picture is seen while the key is down. */
    public void keyhole(boolean down) {
        if (flow.standing().isAtCase()) {
            cover().keyhole(down);
        }
    }

    public void latch() {
        if (flow.standing().isAtCase()) {
            cover().latch();
            if (!casework.care().settings().covering().latch()) {
                flow.standing().say(Text.of("care.latch.off"));
            }
        }
    }

    /** Gives every lease back. The window is closing. */
    public void close() {
        workers.records().run(() -> {
            casework.care().keep();
            return casework;
        }, c -> {}, flow.trouble()::failed);
        flow.leasing().end();
    }

    private boolean isResting() {
        return flow.standing().is(Situation.PAUSED) || flow.standing().is(Situation.BREAK);
    }

    Casework casework() { return casework; }

    Workers workers() { return workers; }

    /** What is to be read of golden items that were answered. */
    public Answers answers() {
        return answers;
    }

    /** What happens around verdicts. */
    public LadderViewModel ladder() { return ladder; }

    public PolicyPack pack() { return casework.pack(); }

    /** The card of a model whose scores a case shows, where it has one. */
    public Optional<ModelCard> card(ModelScore score) { return casework.card(score.model(), score.version()); }

    /** What of a case's scores the policy does not know how to read. */
    public List<ModelScore> unread(ReviewCase known) { return casework.unread(known.scores()); }

    public Cover cover() { return screen.cover(); }

    /** How the picture on screen is looked at, while its cover is open. */
    public StageViewModel study() { return study; }

    public VerdictTray tray() { return tray; }

    /** The verdict that is being put together on the case on screen. */
    public PendingVerdict pending() { return pending; }

    /** Draws the regions of the pending verdict. */
    public RegionPen regions() { return regions; }

    /** Those the reviewer draws from, in their order, and those that are not open to them. */
    public ObservableList<Lane> lanes() { return flow.leasing().lanes(); }

    /** Every lane of the desk. */
    public ObservableList<Lane> allLanes() { return flow.leasing().all(); }

    /** Counts the seconds: what changes by the clock is drawn by it. */
    public ReadOnlyLongProperty secondsProperty() { return seconds.getReadOnlyProperty(); }

    /** Whether a break is offered. */
    public ReadOnlyBooleanProperty breakDueProperty() { return flow.relief().breakDue(); }

    public ReadOnlyIntegerProperty laneIdProperty() { return flow.leasing().laneId().getReadOnlyProperty(); }

    /** A lane with work other than the selected one. */
    public Optional<Lane> nextLane() { return flow.leasing().nextLane(); }

    /** The cases behind the one on screen. */
    public ObservableList<Held> ahead() { return flow.ahead(); }

    /** Tasks in hand, the one on screen included. */
    public int held() { return flow.held(); }

    /** The tasks in hand, the one on screen first. */
    List<LeasedTask> inHand() { return flow.leasing().window().tasks(); }

    public ReadOnlyObjectProperty<Duration> leaseLeftProperty() { return flow.leasing().left().getReadOnlyProperty(); }

    /** Counts up whenever pictures were put out of reach: nothing of them may stay. */
    public ReadOnlyLongProperty forgottenProperty() { return flow.standing().forgotten().getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Situation> situationProperty() { return flow.standing().situation().getReadOnlyProperty(); }

    /** The case on screen; null while there is none. */
    public ReadOnlyObjectProperty<ReviewCase> currentProperty() { return screen.current(); }

    /** Its picture; null while it is being decoded. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() { return screen.picture(); }

    /** How far a picture of a slow format has probably been decoded, 0..1; empty when it is here, or will be in a moment. */
    public OptionalDouble decoded() { return flow.decoded(); }

    /** Counts up once whenever case, picture or cover have changed, all of them together. */
    public ReadOnlyLongProperty changesProperty() { return screen.changes(); }

    public ReadOnlyBooleanProperty leaseLostProperty() { return flow.standing().leaseLost().getReadOnlyProperty(); }

    /** Why the desk does not answer; empty text when it does. */
    public ReadOnlyStringProperty troubleProperty() { return flow.trouble().words().getReadOnlyProperty(); }

    /** A sentence for the status bar; empty text when there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() { return flow.standing().notice().getReadOnlyProperty(); }

    /** Escalated by this person in this sitting. */
    public ReadOnlyIntegerProperty escalatedProperty() { return deciding.escalated().getReadOnlyProperty(); }

    /** Whether images are being admitted, so that an empty queue is no end. */
    public BooleanProperty intakeRunningProperty() { return intakeRunning; }
}
