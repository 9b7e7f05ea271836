package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.VerdictTray.Made;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the review screen shows and what its keys do: one case at a time out of what is leased, one verdict on its way
 * to the disk. JavaFX thread; everything slow goes through {@link Background}.
 */
public final class ReviewViewModel {
    private static final Duration WITHHELD_FOR = Duration.ofSeconds(1);

    private final Casework casework;
    private final Clock clock;
    private final Cover cover = new Cover();
    private final VerdictTray tray;
    private final Leasing leasing;
    private final LeasedWindow window;
    private final ObservableList<Held> ahead = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.OPENING);
    private final ReadOnlyObjectWrapper<ReviewCase> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyBooleanWrapper leaseLost = new ReadOnlyBooleanWrapper(this, "leaseLost");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyIntegerWrapper escalated = new ReadOnlyIntegerWrapper(this, "escalated");
    private final BooleanProperty intakeRunning = new SimpleBooleanProperty(this, "intakeRunning");
    private Instant paintedAt;
    private Instant withheldAt;

    /**
     * @param records for what touches the database, one thread, in order
     * @param pixels for decoding
     * @param windowSize tasks leased ahead of the one on screen
     */
    public ReviewViewModel(Casework casework, Background records, Background pixels, Clock clock, int windowSize) {
        this.casework = casework;
        this.clock = clock;
        tray = new VerdictTray(casework, records, clock);
        leasing = new Leasing(casework, records, pixels, clock, windowSize, new Leases());
        window = leasing.window();
    }

    /** Once a second: counts the lanes, keeps the leases, ends what lasts only a while. */
    public void tick() {
        Instant now = clock.instant();
        cover.tick(now);
        if (situation.get() == Situation.WITHHELD && Duration.between(withheldAt, now).compareTo(WITHHELD_FOR) >= 0) {
            showFirst();
        }
        leasing.tick();
    }

    /** The picture, or its cover, has been on screen for a frame: verdicts are taken from now on. */
    public void painted() {
        if (paintedAt == null && situation.get() == Situation.CASE && picture.get() != null) {
            paintedAt = clock.instant();
        }
    }

    /** @param pixels longer side of the place where pictures are shown */
    public void viewSide(int pixels) {
        window.viewSide(pixels);
    }

    public void selectLane(int id) {
        if (id != leasing.laneId().get() || situation.get() == Situation.PAUSED) {
            tray.whenStored(() -> {
                clearCase();
                situation.set(Situation.OPENING);
                leasing.select(id);
                ahead.setAll(window.ahead());
            });
        }
    }

    /** The next or, for a negative number, the previous lane that has work. */
    public void moveLane(int by) {
        int now = leasing.laneId().get();
        List<Integer> open = leasing.lanes().stream().filter(l -> l.waiting() > 0 || l.id() == now).map(Lane::id).toList();
        if (open.size() > 1) {
            selectLane(open.get(Math.floorMod(open.indexOf(now) + by, open.size())));
        }
    }

    /** Enter on an empty lane or a pause: goes on where there is work. */
    public void goOn() {
        if (situation.get() == Situation.PAUSED) {
            selectLane(leasing.laneId().get());
        } else if (situation.get() == Situation.LANE_EMPTY) {
            nextLane().ifPresent(l -> selectLane(l.id()));
        }
    }

    /** Pauses: everything in hand goes back to the pool. */
    public void giveBack() {
        tray.whenStored(() -> {
            clearCase();
            leasing.rest();
            ahead.clear();
            situation.set(Situation.PAUSED);
        });
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
        if (situation.get() != Situation.CASE || current.get() == null || isStopped()) {
            return;
        }
        ReviewCase gone = current.get();
        Made made = form().quarantined();
        withheldAt = clock.instant();
        clearCase();
        situation.set(Situation.WITHHELD);
        window.removeFirst(true);
        leasing.forget(gone.item().sha256());
        ahead.setAll(window.ahead());
        tray.whenStored(() -> tray.commit(made, outcome -> {}));
    }

    public void undo() {
        if (!isStopped()) {
            tray.whenStored(() -> tray.undo(this::cameBack, () -> notice.set(Text.of("review.undo.nothing"))));
        }
    }

    /** Tries to store the verdict again that could not be stored. */
    public void retry() {
        tray.retry();
    }

    public boolean canDecide() {
        return canHandOver() && picture.get() instanceof Picture.Decoded && paintedAt != null;
    }

    /** A case can be passed on even when its picture cannot be shown. */
    public boolean canHandOver() {
        return situation.get() == Situation.CASE && picture.get() != null && !isStopped();
    }

    public void peek(boolean down) {
        if (situation.get() == Situation.CASE) {
            cover.peek(down, clock.instant());
        }
    }

    public void latch() {
        if (situation.get() == Situation.CASE) {
            cover.latch(clock.instant());
        }
    }

    /** Gives every lease back. The window is closing. */
    public void close() {
        leasing.rest();
    }

    /** The key was pressed now; the verdict moves on as soon as the one before it is stored. */
    private void commit(Function<VerdictForm, Made> key) {
        ReviewCase pressed = current.get();
        Made made = key.apply(form());
        tray.whenStored(() -> {
            if (current.get() == pressed) {
                notice.set("");
                window.removeFirst(false);
                clearCase();
                tray.commit(made, this::stored);
                showFirst();
            }
        });
    }

    private VerdictForm form() {
        Instant now = clock.instant();
        return new VerdictForm(current.get(), casework.pack(), casework.reviewer(), cover.profile().id(), cover.everRevealed(),
                paintedAt == null ? now : paintedAt, now);
    }

    private void stored(VerdictDesk.Outcome outcome) {
        if (outcome == VerdictDesk.Outcome.LATE) {
            notice.set(Text.of("review.late"));
        }
    }

    private void cameBack(LeasedTask task) {
        window.putFirst(task);
        clearCase();
        notice.set("");
        showFirst();
    }

    private boolean isStopped() {
        return !tray.failureProperty().get().isEmpty();
    }

    private void showFirst() {
        Optional<Held> first = window.first();
        if (first.isEmpty() && leasing.isDry()) {
            nothingHere();
        } else if (first.isEmpty()) {
            clearCase();
            situation.set(Situation.OPENING);
        } else {
            first.get().known().ifPresent(known -> show(first.get(), known));
        }
        ahead.setAll(window.ahead());
        leasing.refill();
    }

    private void show(Held held, ReviewCase known) {
        if (current.get() != known) {
            clearCase();
            cover.begin(known.profile());
            current.set(known);
        }
        situation.set(Situation.CASE);
        held.picture().ifPresent(picture::set);
    }

    private void nothingHere() {
        clearCase();
        situation.set(nextLane().isPresent() ? Situation.LANE_EMPTY : Situation.ALL_DONE);
    }

    private void clearCase() {
        picture.set(null);
        current.set(null);
        paintedAt = null;
        leaseLost.set(false);
        cover.letGo();
    }

    /** What the leases do, on screen. */
    private final class Leases implements Leasing.Watcher {
        @Override
        public void arrived() {
            ahead.setAll(window.ahead());
            if (situation.get() != Situation.WITHHELD && situation.get() != Situation.PAUSED) {
                showFirst();
            }
        }

        @Override
        public void ranDry() {
            if (situation.get() != Situation.WITHHELD && situation.get() != Situation.PAUSED) {
                nothingHere();
            }
        }

        @Override
        public void lost() {
            leaseLost.set(true);
        }

        @Override
        public void failed(Exception reason) {
            notice.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
        }
    }

    public PolicyPack pack() { return casework.pack(); }

    public Cover cover() { return cover; }

    public VerdictTray tray() { return tray; }

    public ObservableList<Lane> lanes() { return leasing.lanes(); }

    public ReadOnlyIntegerProperty laneIdProperty() { return leasing.laneId().getReadOnlyProperty(); }

    /** A lane with work other than the selected one. */
    public Optional<Lane> nextLane() { return leasing.nextLane(); }

    /** The cases behind the one on screen. */
    public ObservableList<Held> ahead() { return ahead; }

    /** Tasks in hand, the one on screen included. */
    public int held() { return window.size(); }

    public ReadOnlyObjectProperty<Duration> leaseLeftProperty() { return leasing.left().getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Situation> situationProperty() { return situation.getReadOnlyProperty(); }

    /** The case on screen; null while there is none. */
    public ReadOnlyObjectProperty<ReviewCase> currentProperty() { return current.getReadOnlyProperty(); }

    /** Its picture; null while it is being decoded. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() { return picture.getReadOnlyProperty(); }

    public ReadOnlyBooleanProperty leaseLostProperty() { return leaseLost.getReadOnlyProperty(); }

    /** A sentence for the status bar; empty text when there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() { return notice.getReadOnlyProperty(); }

    /** Escalated by this person in this sitting. */
    public ReadOnlyIntegerProperty escalatedProperty() { return escalated.getReadOnlyProperty(); }

    /** Whether images are being admitted, so that an empty queue is no end. */
    public BooleanProperty intakeRunningProperty() { return intakeRunning; }
}
