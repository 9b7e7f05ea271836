package dev.docket.ui.review;

import dev.docket.care.Avoidance;
import dev.docket.care.OwnCare;
import dev.docket.policy.Severity;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Brings one case after the other on screen out of what is leased, or says why there is none. JavaFX thread. */
final class CaseFlow implements Leasing.Watcher {
    private static final Duration WITHHELD_FOR = Duration.ofSeconds(1);

    private final CaseOnScreen screen;
    private final Clock clock;
    private final OwnCare care;
    private final Leasing leasing;
    private final LeasedWindow window;
    private final ObservableList<Held> ahead = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.OPENING);
    private final ReadOnlyBooleanWrapper leaseLost = new ReadOnlyBooleanWrapper(this, "leaseLost");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private boolean failedLately;
    private Instant withheldAt = Instant.EPOCH;

    /** @param windowSize tasks leased ahead of the one on screen */
    CaseFlow(Casework casework, Workers workers, CaseOnScreen screen, Clock clock, int windowSize) {
        this.screen = screen;
        this.clock = clock;
        care = casework.care();
        leasing = new Leasing(casework, workers, clock, windowSize, this);
        window = leasing.window();
    }

    /** Once a second. */
    void tick(Instant now) {
        if (situation.get() == Situation.WITHHELD && Duration.between(withheldAt, now).compareTo(WITHHELD_FOR) >= 0) {
            showFirst();
        }
        leasing.tick();
    }

    void painted() {
        if (situation.get() == Situation.CASE || situation.get() == Situation.LOOKING_BACK) {
            screen.painted(clock.instant());
            window.resume();
        }
    }

    void room(Room room) {
        window.room(room);
    }

    void select(int lane) {
        clear();
        situation.set(Situation.OPENING);
        leasing.select(lane);
        ahead.setAll(window.ahead());
    }

    /** Everything in hand goes back. */
    void pause() {
        clear();
        leasing.rest();
        care.breakTaken();
        ahead.clear();
        situation.set(Situation.PAUSED);
    }

    /** The case on screen was decided: {@code meanwhile} is done before the next one is shown. */
    void next(Runnable meanwhile) {
        Optional.ofNullable(screen.current().get()).ifPresent(done -> care.served(done.decision().severity()));
        notice.set("");
        window.rest();
        window.removeFirst(false);
        meanwhile.run();
        takeCare();
        showFirst();
    }

    /** At a limit what pauses goes back to its lane; after some grave ones in a row something lighter in hand comes first. */
    private void takeCare() {
        Avoidance avoid = care.avoidance();
        leasing.giveBack(known -> avoid.avoids(known.item().id(), known.decision().severity(), known.decision().suspected()));
        if (care.wantsLighter()) {
            window.bringForward(known -> known.decision().severity().compareTo(Severity.S1) <= 0);
        }
    }

    /** The case on screen goes back for one's own sake, and is not served again today. */
    void leave(LeasedTask task) {
        next(() -> leasing.leave(task));
    }

    /** A case that was decided is there again. */
    void back(LeasedTask task) {
        leasing.back(task);
        notice.set("");
        showFirst();
    }

    /** A case that was there again is decided anew. */
    void decidedAnew(Verdict anew) {
        window.remove(anew.taskId());
        notice.set("");
        showFirst();
    }

    /** These were decided elsewhere at this desk: they are no longer in hand. */
    void gone(List<UUID> tasks) {
        tasks.forEach(window::remove);
        if (!isElsewhere()) {
            showFirst();
        }
    }

    /** Blanks the screen; nothing of this picture stays in hand. */
    void withhold(ContentHash picture) {
        boolean atWork = situation.get() == Situation.CASE;
        withheldAt = clock.instant();
        clear();
        situation.set(Situation.WITHHELD);
        if (atWork) {
            window.removeFirst(true);
        }
        leasing.forget(picture);
        ahead.setAll(window.ahead());
    }

    /** A case that is not in hand. */
    void lookBack(Held earlier) {
        situation.set(Situation.LOOKING_BACK);
        leaseLost.set(false);
        screen.show(earlier, earlier.known().orElseThrow());
    }

    /** To the case in hand. */
    void lookOn() {
        notice.set("");
        situation.set(Situation.OPENING);
        showFirst();
    }

    private void showFirst() {
        Optional<Held> first = window.first();
        if (first.isEmpty() && leasing.isDry()) {
            nothingHere();
        } else {
            first.filter(h -> h.known().isPresent()).ifPresentOrElse(this::show, this::opening);
        }
        ahead.setAll(window.ahead());
        leasing.refill();
    }

    private void show(Held held) {
        ReviewCase known = held.known().orElseThrow();
        if (!screen.isOn(known)) {
            leaseLost.set(false);
        }
        situation.set(Situation.CASE);
        screen.show(held, known);
    }

    private void opening() {
        clear();
        situation.set(window.first().isPresent() ? Situation.CASE : Situation.OPENING);
    }

    private void nothingHere() {
        clear();
        boolean barred = leasing.lanes().stream().anyMatch(l -> l.barred() > 0);
        situation.set(leasing.nextLane().isPresent() ? Situation.LANE_EMPTY : barred ? Situation.NO_LANE : Situation.ALL_DONE);
    }

    /** Nobody may see it any more; the next one is shown when the person has read that. */
    private void withdrawn(LeasedTask task) {
        if (situation.get() == Situation.CASE && window.first().map(h -> h.task() == task).orElse(false)) {
            clear();
            window.removeFirst(true);
            situation.set(Situation.WITHDRAWN);
            ahead.setAll(window.ahead());
        }
    }

    private void clear() {
        screen.clear();
        leaseLost.set(false);
    }

    private boolean isElsewhere() {
        return situation.get() == Situation.WITHHELD || situation.get() == Situation.WITHDRAWN || situation.get() == Situation.LOOKING_BACK || situation.get() == Situation.PAUSED;
    }

    @Override
    public void arrived() {
        if (isElsewhere()) {
            ahead.setAll(window.ahead());
        } else {
            showFirst();
        }
    }

    @Override
    public void ranDry() {
        if (!isElsewhere()) {
            nothingHere();
        }
    }

    @Override
    public void lost() {
        leaseLost.set(true);
        window.first().map(Held::task).ifPresent(task -> leasing.whenGone(task, () -> withdrawn(task)));
    }

    @Override
    public void failed(Exception reason) {
        failedLately = true;
        trouble.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    @Override
    public void answered() {
        if (!failedLately) {
            trouble.set("");
        }
        failedLately = false;
    }

    Leasing leasing() { return leasing; }

    ObservableList<Held> ahead() { return ahead; }

    int held() { return window.size(); }

    /** How far the picture on screen has probably been decoded, 0..1; empty when it is here, or will be in a moment. */
    OptionalDouble decoded() { return window.first().map(window::decoded).orElse(OptionalDouble.empty()); }

    ReadOnlyObjectWrapper<Situation> situation() { return situation; }

    ReadOnlyBooleanWrapper leaseLost() { return leaseLost; }

    /** Why the desk does not answer; empty text when it does. */
    ReadOnlyStringWrapper trouble() { return trouble; }

    ReadOnlyStringWrapper notice() { return notice; }
}
