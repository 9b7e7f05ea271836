package dev.docket.ui.review;

import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.settings.OwnLanes;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which lane is worked on and what is leased from it: counts the lanes, claims ahead, keeps the leases alive and gives
 * them back. JavaFX thread.
 */
final class Leasing {
    private static final Duration HEARTBEAT = ReviewQueue.LEASE.dividedBy(3);
    private static final Duration PASSED_OVER_FOR = Duration.ofSeconds(30);
    /** So long leases are kept alive behind a locked window: for a coffee. */
    static final Duration KEPT_LOCKED = Duration.ofMinutes(5);
    private static final long PICTURE_BYTES = 256L << 20;

    /** Who is told what the leases do. */
    interface Watcher {
        /** A task, its case or its picture came in. */
        void arrived();

        /** Nothing is in hand and the lane has no more. */
        void ranDry();

        /** The item on screen. */
        Optional<UUID> onScreen();

        /** Nobody may see these items any more. */
        void withheld(Set<UUID> items);

        /** The task on screen is no longer held. */
        void lost();
    }

    private record Count(List<Lane> lanes, Set<UUID> withheld) {}

    private final Casework casework;
    private final Background records;
    private final Clock clock;
    private int ahead;
    private final Watcher watcher;
    private final Trouble trouble;
    private final LeasedWindow window;
    private final ObservableList<Lane> all = FXCollections.observableArrayList();
    private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
    private OwnLanes own = OwnLanes.ALL;
    private final ReadOnlyIntegerWrapper laneId = new ReadOnlyIntegerWrapper(this, "laneId", -1);
    private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(this, "left", Duration.ZERO);
    private final Along along = new Along();
    private Instant leasedAt = Instant.EPOCH;
    private boolean claiming;
    private boolean counting;
    private boolean countAgain;
    private boolean dry;
    private boolean resting;
    private Optional<Instant> awaySince = Optional.empty();
    private long passedOver = -1;
    private Instant passedOverAt = Instant.EPOCH;

    /** @param ahead tasks leased behind the one on screen */
    Leasing(Casework casework, Workers workers, Clock clock, int ahead, Watcher watcher, Trouble trouble) {
        this.casework = casework;
        this.records = workers.records();
        this.clock = clock;
        this.ahead = ahead;
        this.watcher = watcher;
        this.trouble = trouble;
        window = new LeasedWindow(casework, workers, PICTURE_BYTES, watcher::arrived, trouble::failed);
    }

    LeasedWindow window() {
        return window;
    }

    /** Every lane of the desk. */
    ObservableList<Lane> all() {
        return all;
    }

    /** Those the reviewer draws from, in their order, and those that are not open to them. */
    ObservableList<Lane> lanes() {
        return lanes;
    }

    /** From now on. @param tasks leased behind the one on screen */
    void draw(OwnLanes from, int tasks) {
        own = from;
        ahead = tasks;
        arrange();
        release(window.keep(ahead + 1, along.tasks()));
    }

    private void arrange() {
        List<Lane> now = own.ordered(all.stream().filter(l -> own.draws(l.key())).toList(), Lane::key);
        if (!lanes.equals(now)) {
            lanes.setAll(now);
        }
    }

    ReadOnlyIntegerWrapper laneId() {
        return laneId;
    }

    ReadOnlyObjectWrapper<Duration> left() {
        return left;
    }

    /** A lane with work other than the selected one, in the reviewer's order. */
    Optional<Lane> nextLane() {
        return lanes.stream().filter(l -> l.id() != laneId.get() && l.waiting() > 0).findFirst();
    }

    /** Once a second. */
    void tick() {
        Instant now = clock.instant();
        left.set(window.first().map(first -> along.left(first.task(), now).orElseGet(() -> ReviewQueue.LEASE.minus(Duration.between(leasedAt, now)))).orElse(Duration.ZERO));
        if (window.size() > 0 && Duration.between(leasedAt, now).compareTo(HEARTBEAT) >= 0 && awaySince.filter(since -> !now.isBefore(since.plus(KEPT_LOCKED))).isEmpty()) {
            beat(now);
        }
        count();
    }

    /** Counts the lanes now, and once more where something changed while they were counted. */
    void countNow() {
        countAgain = counting;
        count();
    }

    private void count() {
        if (!counting) {
            counting = true;
            Set<UUID> seen = new HashSet<>(window.items());
            seen.addAll(along.itemsAside());
            watcher.onScreen().ifPresent(seen::add);
            records.run(() -> new Count(casework.lanes(), casework.withheld(seen)), this::counted, e -> {
                counting = false;
                trouble.failed(e);
            });
        }
    }

    /** Gives back what is in hand, but what was taken along, and claims from this lane. */
    void select(int id) {
        along.putAside(laneId.get(), window);
        giveBack();
        resting = false;
        dry = false;
        passedOver = -1;
        laneId.set(id);
        along.putBack(id, window);
        refill();
    }

    /** Gives back what is in hand, but what was taken along, and claims no more until a lane is selected. */
    void rest() {
        along.putAside(laneId.get(), window);
        giveBack();
        resting = true;
    }

    /** Gives back everything. */
    void end() {
        rest();
        release(along.end());
    }

    /** These are in hand for long, behind what is. */
    void takenAlong(TakenAlong taken) {
        along.add(taken);
        if (taken.lane() == laneId.get() && !resting) {
            window.add(taken.tasks(), taken.cases());
            watcher.arrived();
        } else {
            along.putAside(taken);
        }
    }

    /** Claims what is missing once half of what was leased ahead is used up. */
    void refill() {
        int missing = ahead + 1 - window.size();
        if (claiming || dry || resting || awaySince.isPresent() || laneId.get() < 0 || missing <= ahead / 2) {
            return;
        }
        claiming = true;
        int lane = laneId.get();
        records.run(() -> casework.claim(lane, missing), tasks -> claimed(lane, missing, tasks), e -> {
            claiming = false;
            trouble.failed(e);
        });
    }

    /** A task that was decided is in hand again, before all others; what gets too much goes back. */
    void back(LeasedTask task) {
        window.putFirst(task);
        release(window.keep(2 * ahead + 1, along.tasks()));
    }

    /** Whether nothing is in hand and nothing more is known to come. */
    boolean isDry() {
        return dry && window.size() == 0;
    }

    /** Nothing of this picture stays in hand. */
    void forget(ContentHash image) {
        release(along.forget(known -> known.item().sha256().equals(image)));
        release(window.forget(image));
    }

    private void claimed(int lane, int asked, List<LeasedTask> tasks) {
        claiming = false;
        if (lane != laneId.get() || resting) {
            release(tasks.stream().map(LeasedTask::taskId).toList());
            refill();
            return;
        }
        dry = tasks.size() < asked;
        passedOver = tasks.isEmpty() ? lanes.stream().filter(l -> l.id() == lane).mapToLong(Lane::waiting).findFirst().orElse(-1) : -1;
        passedOverAt = clock.instant();
        if (window.size() == 0) {
            leasedAt = clock.instant();
        }
        window.add(tasks);
        if (isDry()) {
            watcher.ranDry();
        } else if (!tasks.isEmpty()) {
            watcher.arrived();
        }
    }

    private void counted(Count count) {
        List<Lane> now = count.lanes();
        counting = false;
        if (countAgain) {
            countNow();
        }
        if (!count.withheld().isEmpty()) {
            window.forget(count.withheld());
            along.forget(known -> count.withheld().contains(known.item().id()));
            watcher.withheld(count.withheld());
        }
        trouble.answered();
        window.openAndDecode();
        if (!all.equals(now)) {
            all.setAll(now);
        }
        arrange();
        if (laneId.get() < 0) {
            nextLane().ifPresent(l -> laneId.set(l.id()));
        }
        if (lanes.stream().anyMatch(this::isWorthAsking)) {
            dry = false;
            refill();
        } else if (window.size() == 0 && !claiming && !resting) {
            watcher.ranDry();
        }
    }

    /** Which leases are still held, now. */
    void check() {
        if (window.size() > 0) {
            beat(clock.instant());
        }
    }

    /** The window was locked, or is open again: behind a locked one nothing more is taken, and what is held passes after a while. */
    void away(boolean gone) {
        awaySince = gone ? Optional.of(clock.instant()) : Optional.empty();
        if (!gone) {
            check();
            refill();
        }
    }

    private void beat(Instant now) {
        Instant before = leasedAt;
        leasedAt = now;
        List<UUID> tasks = window.taskIds();
        records.run(() -> casework.heartbeat(tasks), still -> {
            if (!window.dropLost(tasks, still)) {
                watcher.lost();
            }
        }, e -> {
            leasedAt = before;
            trouble.failed(e);
        });
    }

    /** Looks whether this item may still be seen by anybody, and tells when it may not. */
    void whenGone(LeasedTask task, Runnable gone) {
        records.run(() -> casework.open(task), known -> {
            if (known.isEmpty()) {
                gone.run();
            }
        }, trouble::failed);
    }

    private void giveBack() {
        release(window.taskIds());
        window.clear();
    }

    /** Gives back what is in hand behind the first and is of this kind. */
    void giveBack(Predicate<ReviewCase> kind) {
        release(window.drop(kind));
    }

    /** These were claimed in another lane, and are in hand behind the others. */
    void add(List<LeasedTask> tasks) {
        if (resting) {
            release(tasks.stream().map(LeasedTask::taskId).toList());
        } else {
            window.add(tasks);
        }
    }

    /** Asks again for what is in the lane, as when more of it may be served now. */
    void lookAgain() {
        passedOver = -1;
        dry = false;
        refill();
    }

    /** Where nothing of what waits is for this person, the lane is not searched again until something has changed there, or a while has passed. */
    private boolean isWorthAsking(Lane lane) {
        return lane.id() == laneId.get() && lane.waiting() > 0
                && (lane.waiting() != passedOver || Duration.between(passedOverAt, clock.instant()).compareTo(PASSED_OVER_FOR) >= 0);
    }

    /** Gives a task back that is not to be served again today. */
    void leave(LeasedTask task) {
        records.run(() -> {
            casework.leave(task);
            return task;
        }, t -> {}, trouble::failed);
    }

    private void release(List<UUID> tasks) {
        if (!tasks.isEmpty()) {
            records.run(() -> {
                casework.release(tasks);
                return tasks;
            }, t -> {}, trouble::failed);
        }
    }
}
