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
    private final Standing standing = new Standing();
    private final Trouble trouble = new Trouble();
    private Instant withheldAt = Instant.EPOCH;

    /** @param windowSize tasks leased ahead of the one on screen */
    CaseFlow(Casework casework, Workers workers, CaseOnScreen screen, Clock clock, int windowSize) {
        pack = casework.pack();
        this.screen = screen;
        this.clock = clock;
        care = casework.care();
        leasing = new Leasing(casework, workers, clock, windowSize, this, trouble);
        window = leasing.window();
        relief = new Relief(casework, workers.records(), leasing, clock, trouble::failed);
    }

    /** Once a second. */
    void tick(Instant now) {
        if (standing.is(Situation.WITHHELD) && Duration.between(withheldAt, now).compareTo(WITHHELD_FOR) >= 0) {
            showFirst();
        }
        if (standing.is(Situation.LIMIT) && care.pause().isEmpty()) {
            goOnAnyway();
        }
        relief.tick();
        leasing.tick();
        window.tick();
    }

    void painted() {
        if (standing.isAtCase()) {
            screen.painted(clock.instant());
        }
    }

    void displayed() {
        if (standing.isAtCase()) {
            window.resume();
        }
    }

    void room(Room room) {
        window.room(room);
    }

    void select(int lane) {
        clear();
        standing.to(Situation.OPENING);
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
        standing.to(how);
    }

    /** What the reviewer wants covered, or not served at all, is another now: the cases in hand too. */
    void careChanged() {
        window.cover(known -> known.under(care.cover(pack, known.decision(), known::scores)));
        relief.sort();
        leasing.lookAgain();
        window.first().flatMap(Held::known).filter(same -> standing.is(Situation.CASE) && screen.isOf(same)).ifPresent(screen::coverAnew);
        if (!standing.isElsewhere()) {
            showFirst();
        }
        ahead.setAll(window.ahead());
    }

    /** At a limit: what is in hand and does not pause, else the first lane with something that does not. */
    void lighter() {
        standing.say("");
        if (window.size() > 0) {
            standing.to(Situation.OPENING);
            showFirst();
        } else {
            relief.findLighter(found -> {
                if (found.isEmpty()) {
                    standing.say(Text.of("care.limit.nothing"));
                } else if (standing.is(Situation.LIMIT)) {
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
        if (standing.is(Situation.LIMIT)) {
            standing.say("");
            standing.to(Situation.OPENING);
            leasing.lookAgain();
            showFirst();
        }
    }

    /** The case on screen was decided, or left. */
    void next() {
        Optional.ofNullable(screen.current().get()).ifPresent(done -> care.served(done.decision().severity()));
        standing.say("");
        window.rest();
        window.removeFirst(false);
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
        standing.to(Situation.LIMIT);
        ahead.setAll(window.ahead());
    }

    /** The case on screen goes back for one's own sake, and is not served again today. */
    void leave(LeasedTask task) {
        leasing.leave(task);
        next();
    }

    /** A case that was decided is there again. */
    void back(LeasedTask task) {
        leasing.back(task);
        standing.say("");
        showFirst();
    }

    /** A case whose verdict was never sent is there again as it was. False when nothing of it is in memory any more. */
    boolean again(UUID task) {
        boolean there = window.again(task);
        standing.say("");
        showFirst();
        return there;
    }

    /** A case that was there again is decided anew. */
    void decidedAnew(Verdict anew) {
        window.remove(anew.taskId());
        standing.say("");
        showFirst();
    }

    /** These were decided elsewhere at this desk: they are no longer in hand. */
    void gone(List<UUID> tasks) {
        tasks.forEach(window::remove);
        if (!standing.isElsewhere()) {
            showFirst();
        }
    }

    /** Blanks the screen; nothing of this picture stays in hand. */
    void withhold(ContentHash picture) {
        boolean atWork = standing.is(Situation.CASE);
        withheldAt = clock.instant();
        clear();
        standing.to(Situation.WITHHELD);
        if (atWork) {
            window.removeFirst(true);
        }
        leasing.forget(picture);
        ahead.setAll(window.ahead());
        standing.forget();
    }

    /** A case that is not in hand. */
    void lookBack(Held earlier) {
        standing.to(Situation.LOOKING_BACK);
        standing.leaseLost().set(false);
        screen.show(earlier, earlier.known().orElseThrow());
    }

    /** To the case in hand. */
    void lookOn() {
        standing.say("");
        standing.to(Situation.OPENING);
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
            standing.leaseLost().set(false);
        }
        standing.to(Situation.CASE);
        screen.show(held, known);
    }

    private void opening() {
        clear();
        standing.to(window.first().isPresent() ? Situation.CASE : Situation.OPENING);
    }

    private void nothingHere() {
        if (care.pause().isPresent() && leasing.lanes().stream().anyMatch(l -> l.id() == leasing.laneId().get() && l.waiting() > 0)) {
            relief.isNews();
            limit();
            return;
        }
        clear();
        boolean barred = leasing.lanes().stream().anyMatch(l -> l.barred() > 0);
        standing.to(leasing.nextLane().isPresent() ? Situation.LANE_EMPTY : barred ? Situation.NO_LANE : Situation.ALL_DONE);
    }

    /** Nobody may see it any more; the next one is shown when the person has read that. */
    private void withdrawn(LeasedTask task) {
        if (standing.is(Situation.CASE) && window.first().map(h -> h.task() == task).orElse(false)) {
            clear();
            window.removeFirst(true);
            standing.to(Situation.WITHDRAWN);
            ahead.setAll(window.ahead());
            standing.forget();
        }
    }

    private void clear() {
        screen.clear();
        standing.leaseLost().set(false);
    }

    @Override
    public void arrived() {
        if (standing.isElsewhere()) {
            ahead.setAll(window.ahead());
        } else {
            showFirst();
        }
    }

    @Override
    public void ranDry() {
        if (!standing.isElsewhere()) {
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
            standing.to(Situation.WITHDRAWN);
        }
        ahead.setAll(window.ahead());
        standing.forget();
    }

    @Override
    public void lost() {
        standing.leaseLost().set(true);
        window.first().map(Held::task).ifPresent(task -> leasing.whenGone(task, () -> withdrawn(task)));
    }

    Leasing leasing() { return leasing; }

    Relief relief() { return relief; }

    ObservableList<Held> ahead() { return ahead; }

    int held() { return window.size(); }

    /** How far the picture on screen has probably been decoded, 0..1; empty when it is here, or will be in a moment. */
    OptionalDouble decoded() { return window.first().map(window::decoded).orElse(OptionalDouble.empty()); }

    Standing standing() { return standing; }

    /** Whether the desk answers. */
    Trouble trouble() { return trouble; }
}
