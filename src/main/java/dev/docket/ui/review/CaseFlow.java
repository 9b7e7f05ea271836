package dev.docket.ui.review;

import dev.docket.care.OwnCare;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Text;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Brings one case after the other on screen out of what is leased, or says why there is none. JavaFX thread. */
final class CaseFlow implements Leasing.Watcher {
    private static final Duration WITHHELD_FOR = Duration.ofSeconds(1);

    private final PolicyPack pack;
    private final CaseOnScreen screen;
    private final Clock clock;
    private final OwnCare care;
    private final Leasing leasing;
    private final LeasedWindow window;
    private final Relief relief;
    private final ObservableList<Held> ahead = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.OPENING);
    private final ReadOnlyBooleanWrapper leaseLost = new ReadOnlyBooleanWrapper(this, "leaseLost");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyLongWrapper forgotten = new ReadOnlyLongWrapper(this, "forgotten");
    private boolean failedLately;
    private Instant withheldAt = Instant.EPOCH;

    /** @param windowSize tasks leased ahead of the one on screen */
    CaseFlow(Casework casework, Workers workers, CaseOnScreen screen, Clock clock, int windowSize) {
        pack = casework.pack();
        this.screen = screen;
        this.clock = clock;
        care = casework.care();
        leasing = new Leasing(casework, workers, clock, windowSize, this);
        window = leasing.window();
        relief = new Relief(casework, workers.records(), leasing, clock, this::failed);
    }

    /** Once a second. */
    void tick(Instant now) {
        if (situation.get() == Situation.WITHHELD && Duration.between(withheldAt, now).compareTo(WITHHELD_FOR) >= 0) {
            showFirst();
        }
        if (situation.get() == Situation.LIMIT && care.pause().isEmpty()) {
            goOnAnyway();
        }
        relief.tick();
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
        rest(Situation.PAUSED);
    }

    /** Everything in hand goes back, and somebody rests. */
    void takeBreak() {
        relief.breakTaken();
        rest(Situation.BREAK);
    }

    private void rest(Situation how) {
        clear();
        leasing.rest();
        ahead.clear();
        situation.set(how);
    }

    /** What the reviewer wants covered, or not served at all, is another now: the cases in hand too. */
    void careChanged() {
        window.cover(known -> known.under(care.cover(pack, known.decision(), known::scores)));
        relief.sort();
        leasing.lookAgain();
        window.first().flatMap(Held::known).filter(same -> situation.get() == Situation.CASE && screen.isOf(same)).ifPresent(screen::coverAnew);
        if (!isElsewhere()) {
            showFirst();
        }
        ahead.setAll(window.ahead());
    }

    /** At a limit: what is in hand and does not pause, else the first lane with something that does not. */
    void lighter() {
        notice.set("");
        if (window.size() > 0) {
            situation.set(Situation.OPENING);
            showFirst();
        } else {
            relief.findLighter(found -> {
                if (found.isEmpty()) {
                    notice.set(Text.of("care.limit.nothing"));
                } else if (situation.get() == Situation.LIMIT) {
                    select(found.getFirst().laneId());
                    leasing.add(found);
                } else {
                    leasing.add(found);
                }
            });
        }
    }

    /** At a limit: nothing pauses any longer. */
    void goOnAnyway() {
        relief.goOn();
        if (situation.get() == Situation.LIMIT) {
            notice.set("");
            situation.set(Situation.OPENING);
            leasing.lookAgain();
            showFirst();
        }
    }

    /** The case on screen was decided: {@code meanwhile} is done before the next one is shown. */
    void next(Runnable meanwhile) {
        Optional.ofNullable(screen.current().get()).ifPresent(done -> care.served(done.decision().severity()));
        notice.set("");
        window.rest();
        window.removeFirst(false);
        meanwhile.run();
        relief.between();
        if (relief.isNews()) {
            limit();
        } else {
            showFirst();
        }
    }

    /** Says that a limit was reached, and what can be done. */
    private void limit() {
        clear();
        situation.set(Situation.LIMIT);
        ahead.setAll(window.ahead());
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
        forgotten.set(forgotten.get() + 1);
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
        if (care.pause().isPresent() && leasing.lanes().stream().anyMatch(l -> l.id() == leasing.laneId().get() && l.waiting() > 0)) {
            relief.isNews();
            limit();
            return;
        }
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
            forgotten.set(forgotten.get() + 1);
        }
    }

    private void clear() {
        screen.clear();
        leaseLost.set(false);
    }

    private boolean isElsewhere() {
        return switch (situation.get()) {
            case WITHHELD, WITHDRAWN, LOOKING_BACK, PAUSED, BREAK, LIMIT -> true;
            case OPENING, CASE, LANE_EMPTY, ALL_DONE, NO_LANE -> false;
        };
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
    public Optional<UUID> onScreen() {
        return Optional.ofNullable(screen.current().get()).map(known -> known.item().id());
    }

    @Override
    public void withheld(Set<UUID> items) {
        if (onScreen().filter(items::contains).isPresent()) {
            clear();
            situation.set(Situation.WITHDRAWN);
        }
        ahead.setAll(window.ahead());
        forgotten.set(forgotten.get() + 1);
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

    Relief relief() { return relief; }

    ObservableList<Held> ahead() { return ahead; }

    int held() { return window.size(); }

    /** How far the picture on screen has probably been decoded, 0..1; empty when it is here, or will be in a moment. */
    OptionalDouble decoded() { return window.first().map(window::decoded).orElse(OptionalDouble.empty()); }

    /** Counts up whenever pictures were put out of reach. */
    ReadOnlyLongWrapper forgotten() { return forgotten; }

    ReadOnlyObjectWrapper<Situation> situation() { return situation; }

    ReadOnlyBooleanWrapper leaseLost() { return leaseLost; }

    /** Why the desk does not answer; empty text when it does. */
    ReadOnlyStringWrapper trouble() { return trouble; }

    ReadOnlyStringWrapper notice() { return notice; }
}
