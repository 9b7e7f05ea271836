package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.VerdictTray.Made;
import dev.docket.verdict.VerdictDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
 * What the review screen shows and what its keys do: one case at a time out of a leased window, one verdict on its way
 * to the disk. JavaFX thread; everything slow goes through {@link Background}.
 */
public final class ReviewViewModel {
    private static final Duration HEARTBEAT = ReviewQueue.LEASE.dividedBy(3);
    private static final Duration WITHHELD_FOR = Duration.ofSeconds(1);
    private static final long PICTURE_BYTES = 256L << 20;

    private final Casework casework;
    private final Background records;
    private final Clock clock;
    private final int windowSize;
    private final Cover cover = new Cover();
    private final VerdictTray tray;
    private final LeasedWindow window;
    private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
    private final ObservableList<Held> ahead = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.OPENING);
    private final ReadOnlyIntegerWrapper laneId = new ReadOnlyIntegerWrapper(this, "laneId", -1);
    private final ReadOnlyObjectWrapper<ReviewCase> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyBooleanWrapper leaseLost = new ReadOnlyBooleanWrapper(this, "leaseLost");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyIntegerWrapper escalated = new ReadOnlyIntegerWrapper(this, "escalated");
    private final ReadOnlyObjectWrapper<Duration> leaseLeft = new ReadOnlyObjectWrapper<>(this, "leaseLeft", Duration.ZERO);
    private final BooleanProperty intakeRunning = new SimpleBooleanProperty(this, "intakeRunning");
    private Instant leasedAt = Instant.EPOCH;
    private Instant paintedAt;
    private Instant withheldAt;
    private boolean claiming;
    private boolean counting;

    /**
     * @param records for what touches the database, one thread, in order
     * @param pixels for decoding
     * @param windowSize tasks leased ahead of the one on screen
     */
    public ReviewViewModel(Casework casework, Background records, Background pixels, Clock clock, int windowSize) {
        this.casework = casework;
        this.records = records;
        this.clock = clock;
        this.windowSize = windowSize;
        tray = new VerdictTray(casework, records, clock);
        window = new LeasedWindow(casework, records, pixels, PICTURE_BYTES, this::windowChanged, this::tell);
    }

    // ---- time

    /** Once a second: counts the lanes, keeps the leases, ends what lasts only a while. */
    public void tick() {
        Instant now = clock.instant();
        cover.tick(now);
        leaseLeft.set(window.size() == 0 ? Duration.ZERO : ReviewQueue.LEASE.minus(Duration.between(leasedAt, now)));
        if (situation.get() == Situation.WITHHELD && Duration.between(withheldAt, now).compareTo(WITHHELD_FOR) >= 0) {
            showFirst();
        }
        if (window.size() > 0 && Duration.between(leasedAt, now).compareTo(HEARTBEAT) >= 0) {
            beat(now);
        }
        if (!counting) {
            counting = true;
            records.run(casework::lanes, this::counted, e -> {
                counting = false;
                tell(e);
            });
        }
    }

    /** The picture, or its cover, has been on screen for a frame: verdicts are taken from now on. */
    public void painted() {
        if (paintedAt == null && situation.get() == Situation.CASE && picture.get() != null) {
            paintedAt = clock.instant();
        }
    }

    public void viewSide(int pixels) {
        window.viewSide(pixels);
    }

    // ---- lanes

    public void selectLane(int id) {
        if (id == laneId.get() && situation.get() != Situation.PAUSED) {
            return;
        }
        tray.whenStored(() -> {
            letGoOfWindow();
            laneId.set(id);
            situation.set(Situation.OPENING);
            refill();
        });
    }

    /** The next or the previous lane that has work. */
    public void moveLane(int by) {
        List<Lane> open = lanes.stream().filter(l -> l.waiting() > 0 || l.id() == laneId.get()).toList();
        int at = open.stream().map(Lane::id).toList().indexOf(laneId.get());
        if (open.size() > 1) {
            selectLane(open.get(Math.floorMod(at + by, open.size())).id());
        }
    }

    /** A lane with work other than the selected one, in the pack's order. */
    public Optional<Lane> nextLane() {
        return lanes.stream().filter(l -> l.id() != laneId.get() && l.waiting() > 0).findFirst();
    }

    /** Enter on an empty lane or a pause: goes on where there is work. */
    public void goOn() {
        if (situation.get() == Situation.PAUSED) {
            selectLane(laneId.get());
        } else if (situation.get() == Situation.LANE_EMPTY) {
            nextLane().ifPresent(l -> selectLane(l.id()));
        }
    }

    /** Pauses: everything in hand goes back to the pool. */
    public void giveBack() {
        tray.whenStored(() -> {
            letGoOfWindow();
            situation.set(Situation.PAUSED);
        });
    }

    // ---- verdicts

    public void decide(Label label, boolean sure) {
        if (canDecide()) {
            tray.whenStored(() -> commit(f -> f.decided(label, sure)));
        }
    }

    public void skip(String reason) {
        if (canHandOver()) {
            tray.whenStored(() -> commit(f -> f.skipped(reason)));
        }
    }

    public void escalate(String ladder) {
        if (canHandOver()) {
            escalated.set(escalated.get() + 1);
            tray.whenStored(() -> commit(f -> f.escalated(ladder)));
        }
    }

    /** Blanks the screen at once, whatever else is under way; the verdict follows. */
    public void quarantine() {
        if (situation.get() != Situation.CASE || !tray.failureProperty().get().isEmpty()) {
            return;
        }
        ReviewCase gone = current.get();
        Made made = form(paintedAt == null ? clock.instant() : paintedAt).quarantined();
        withheldAt = clock.instant();
        clearCase();
        situation.set(Situation.WITHHELD);
        window.removeFirst(true);
        release(window.forget(gone.item().sha256()));
        ahead.setAll(window.ahead());
        tray.whenStored(() -> tray.commit(made, outcome -> {}));
    }

    public void undo() {
        if (tray.failureProperty().get().isEmpty()) {
            tray.whenStored(() -> tray.undo(this::cameBack, () -> notice.set(Text.of("review.undo.nothing"))));
        }
    }

    public void retry() {
        tray.retry();
    }

    public boolean canDecide() {
        return canHandOver() && picture.get() instanceof Picture.Decoded && paintedAt != null;
    }

    /** A case can be passed on even when its picture cannot be shown. */
    public boolean canHandOver() {
        return situation.get() == Situation.CASE && picture.get() != null && tray.failureProperty().get().isEmpty();
    }

    // ---- looking

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
        List<UUID> tasks = window.taskIds();
        window.clear();
        if (!tasks.isEmpty()) {
            records.run(() -> {
                casework.release(tasks);
                return tasks;
            }, t -> {}, this::tell);
        }
    }

    private void commit(Function<VerdictForm, Made> made) {
        if (paintedAt == null) {
            paintedAt = clock.instant();
        }
        Made verdict = made.apply(form(paintedAt));
        notice.set("");
        window.removeFirst(false);
        clearCase();
        tray.commit(verdict, this::stored);
        showFirst();
    }

    private VerdictForm form(Instant since) {
        return new VerdictForm(current.get(), casework.pack(), casework.reviewer(), cover.profile().id(), cover.everRevealed(), since, clock.instant());
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

    // ---- the window of leased tasks

    private void refill() {
        int wanted = windowSize + 1 - window.size();
        if (claiming || laneId.get() < 0 || situation.get() == Situation.PAUSED || wanted <= windowSize / 2 && window.size() > 0) {
            return;
        }
        claiming = true;
        int lane = laneId.get();
        records.run(() -> casework.claim(lane, wanted), tasks -> claimed(lane, tasks), e -> {
            claiming = false;
            tell(e);
        });
    }

    private void claimed(int lane, List<LeasedTask> tasks) {
        claiming = false;
        if (lane != laneId.get() || situation.get() == Situation.PAUSED) {
            release(tasks.stream().map(LeasedTask::taskId).toList());
            refill();
            return;
        }
        if (!tasks.isEmpty() && window.size() == 0) {
            leasedAt = clock.instant();
        }
        window.add(tasks);
        if (window.size() == 0) {
            nothingHere();
        } else if (situation.get() != Situation.WITHHELD) {
            showFirst();
        }
    }

    private void nothingHere() {
        clearCase();
        situation.set(nextLane().isPresent() ? Situation.LANE_EMPTY : Situation.ALL_DONE);
    }

    private void counted(List<Lane> now) {
        counting = false;
        if (!lanes.equals(now)) {
            lanes.setAll(now);
        }
        if (laneId.get() < 0) {
            nextLane().ifPresent(l -> laneId.set(l.id()));
        }
        Situation at = situation.get();
        boolean idle = at == Situation.OPENING || at == Situation.LANE_EMPTY || at == Situation.ALL_DONE;
        boolean work = lanes.stream().anyMatch(l -> l.id() == laneId.get() && l.waiting() > 0);
        if (work) {
            refill();
        } else if (idle && window.size() == 0 && !claiming) {
            nothingHere();
        }
    }

    private void beat(Instant now) {
        Instant before = leasedAt;
        leasedAt = now;
        List<UUID> tasks = window.taskIds();
        records.run(() -> casework.heartbeat(tasks), still -> {
            if (window.size() > 0 && tasks.containsAll(window.taskIds()) && !window.keepOnly(still)) {
                leaseLost.set(true);
            }
            ahead.setAll(window.ahead());
        }, e -> {
            leasedAt = before;
            tell(e);
        });
    }

    private void windowChanged() {
        ahead.setAll(window.ahead());
        if (situation.get() != Situation.WITHHELD && situation.get() != Situation.PAUSED) {
            showFirst();
        }
    }

    private void showFirst() {
        Optional<Held> first = window.first();
        if (first.isEmpty()) {
            clearCase();
            situation.set(Situation.OPENING);
        } else if (first.get().known().isPresent()) {
            show(first.get(), first.get().known().get());
        }
        ahead.setAll(window.ahead());
        refill();
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

    private void clearCase() {
        picture.set(null);
        current.set(null);
        paintedAt = null;
        leaseLost.set(false);
        cover.letGo();
    }

    private void letGoOfWindow() {
        release(window.taskIds());
        window.clear();
        clearCase();
        ahead.clear();
    }

    private void release(List<UUID> tasks) {
        if (!tasks.isEmpty()) {
            records.run(() -> {
                casework.release(tasks);
                return tasks;
            }, t -> {}, this::tell);
        }
    }

    private void tell(Exception problem) {
        notice.set(problem.getMessage() == null ? problem.toString() : problem.getMessage());
    }

    // ---- what the screen binds to

    public PolicyPack pack() { return casework.pack(); }

    public Cover cover() { return cover; }

    public VerdictTray tray() { return tray; }

    public ObservableList<Lane> lanes() { return FXCollections.unmodifiableObservableList(lanes); }

    /** The cases behind the one on screen. */
    public ObservableList<Held> ahead() { return FXCollections.unmodifiableObservableList(ahead); }

    public ReadOnlyObjectProperty<Situation> situationProperty() { return situation.getReadOnlyProperty(); }

    public ReadOnlyIntegerProperty laneIdProperty() { return laneId.getReadOnlyProperty(); }

    /** The case on screen; null while there is none. */
    public ReadOnlyObjectProperty<ReviewCase> currentProperty() { return current.getReadOnlyProperty(); }

    /** Its picture; null while it is being decoded. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() { return picture.getReadOnlyProperty(); }

    public ReadOnlyBooleanProperty leaseLostProperty() { return leaseLost.getReadOnlyProperty(); }

    /** A sentence for the status bar; empty text when there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() { return notice.getReadOnlyProperty(); }

    /** Escalated by this person in this sitting. */
    public ReadOnlyIntegerProperty escalatedProperty() { return escalated.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Duration> leaseLeftProperty() { return leaseLeft.getReadOnlyProperty(); }

    /** Whether images are being admitted, so that an empty queue is no end. */
    public BooleanProperty intakeRunningProperty() { return intakeRunning; }

    /** Tasks in hand, the one on screen included. */
    public int held() { return window.size(); }
}
