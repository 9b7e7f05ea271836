package dev.docket.ui.stack;

import dev.docket.queue.ReviewQueue;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.TileSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The stack in hand: leased when it is opened, given back when it is let go, with what of it was seen and ticked. JavaFX thread. */
final class StackHand {
    private static final Duration RENEWAL = ReviewQueue.LEASE.dividedBy(3);

    /** Told what becomes of it. */
    interface Watcher {
        /** Asking for a stack has ended, whether one was found or not. */
        void opened();

        /** This stack is in hand now. */
        void shown();

        /** More is known of what is in hand, or nothing is any more. */
        void changed();

        void say(String words);

        void failed(Exception reason);
    }

    private final StackBoard board;
    private final Background records;
    private final Background study;
    private final Clock clock;
    private final Watcher watcher;
    private final CurrentTiles tiles = new CurrentTiles();
    private final ReadOnlyObjectWrapper<OpenStack> open = new ReadOnlyObjectWrapper<>(this, "open");
    private Ticks ticks;
    private Ticks asideTicks;
    private UUID asideSeed;
    private boolean busy;
    private Instant openedAt = Instant.EPOCH;
    private Instant renewedAt = Instant.EPOCH;

    /**
     * @param records one thread, for the database
     * @param study one thread, for what takes seconds
     */
    StackHand(StackBoard board, Background records, Background study, Clock clock, Watcher watcher) {
        this.board = board;
        this.records = records;
        this.study = study;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** Takes the stack of an item instead of what is in hand, unless something is under way. */
    void open(UUID item, boolean asSeed) {
        if (busy) {
            return;
        }
        busy = true;
        letGo();
        records.run(() -> board.open(item, asSeed), found -> {
            busy = false;
            found.ifPresentOrElse(this::show, () -> watcher.say(Text.of("stack.gone")));
            asideSeed = null;
            watcher.opened();
        }, watcher::failed);
    }

    /** The same with another seed; what was seen stays seen. */
    void makeSeed(UUID item) {
        asideTicks = ticks;
        open(item, true);
    }

    /** Gives it back, to be opened again as it was left. */
    void putAside() {
        if (open.get() != null) {
            asideTicks = ticks;
            asideSeed = open.get().seed().id();
            letGo();
        }
    }

    /** Gives it back for good; what was seen of its items stays seen in the next one. */
    void finish() {
        asideTicks = ticks;
        letGo();
    }

    private void letGo() {
        OpenStack left = open.get();
        if (left != null) {
            open.set(null);
            ticks = null;
            records.run(() -> {
                board.release(left.taken());
                return null;
            }, done -> {}, watcher::failed);
            watcher.changed();
        }
    }

    private void show(OpenStack stack) {
        ticks = new Ticks(stack);
        if (asideTicks != null) {
            if (stack.seed().id().equals(asideSeed)) {
                ticks.restore(asideTicks);
            } else {
                ticks.remember(asideTicks);
            }
            asideTicks = null;
        }
        openedAt = clock.instant();
        renewedAt = openedAt;
        tiles.now = board.tiles(stack);
        open.set(stack);
        watcher.shown();
        study.run(() -> board.lookAlikes(stack), alikes -> {
            if (open.get() == stack && !alikes.isEmpty()) {
                OpenStack more = stack.with(alikes);
                ticks = ticks.of(more);
                tiles.now = board.tiles(more);
                open.set(more);
                watcher.changed();
            }
        }, watcher::failed);
    }

    /** Once a second: keeps the leases. */
    void tick() {
        OpenStack stack = open.get();
        if (stack != null && !clock.instant().isBefore(renewedAt.plus(RENEWAL))) {
            renewedAt = clock.instant();
            records.run(() -> board.keep(stack), kept -> {
                if (open.get() == stack && !kept.contains(stack.seed().task())) {
                    watcher.say(Text.of("stack.lost"));
                }
            }, watcher::failed);
        }
    }

    /** While something is under way no stack is opened, decided or taken back. */
    boolean isBusy() { return busy; }

    void busy(boolean now) { busy = now; }

    /** Null when none is in hand. */
    ReadOnlyObjectProperty<OpenStack> open() { return open.getReadOnlyProperty(); }

    /** Whether the stack of this item, with it as the seed, is in hand. */
    boolean holds(UUID seed) { return open.get() != null && open.get().seed().id().equals(seed); }

    /** Null while none is in hand. */
    Ticks ticks() { return ticks; }

    /** The seed of the stack that was put aside. */
    Optional<UUID> aside() { return Optional.ofNullable(asideSeed); }

    /** How long it has been in hand. */
    Duration age() { return Duration.between(openedAt, clock.instant()); }

    /** The tiles of whatever stack is in hand. */
    TileSource tiles() { return tiles; }
}
