package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stack.Ticks.Commitment;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.Seen;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** What is done with the stack in hand: looking, ticking, a label for it, and its decision. JavaFX thread. */
public final class StackViewModel {
    private final StackBoard board;
    private final Background records;
    private final Background study;
    private final Clock clock;
    private final StackShelf shelf;
    private final StackHand hand;
    private final ShownTiles shown = new ShownTiles();
    private final ReadOnlyObjectWrapper<Optional<Label>> label = new ReadOnlyObjectWrapper<>(this, "label", Optional.empty());
    private final ReadOnlyObjectWrapper<Commitment> commitment = new ReadOnlyObjectWrapper<>(this, "commitment", Commitment.NONE);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private Consumer<List<UUID>> onDecided = items -> {};
    private Optional<StackPlan> plan = Optional.empty();
    private UUID lastDecided;
    private UUID lastSeed;
    private boolean asked;
    private boolean front;
    private Optional<StackMember> looking = Optional.empty();
    private Instant lookingSince = Instant.EPOCH;

    /**
     * @param records one thread, for the database
     * @param study one thread, for what takes seconds
     */
    public StackViewModel(StackBoard board, Background records, Background study, Clock clock) {
        this.board = board;
        this.records = records;
        this.study = study;
        this.clock = clock;
        shelf = new StackShelf(board, records);
        hand = new StackHand(board, records, study, clock, new InHand());
        hand.open().subscribe(stack -> {
            if (stack == null) {
                plan = Optional.empty();
                shown.clear();
            }
        });
    }

    /** Told which items were decided here, so that nobody else at this desk still offers them. */
    public void onDecided(Consumer<List<UUID>> told) {
        onDecided = told;
    }

    // ---- coming and going

    /** The screen came to the front: goes on with the stack it was left with, else with the first. */
    public void comeBack() {
        front = true;
        shelf.refresh(() -> {
            if (front && open() == null && !hand.isBusy()) {
                hand.aside().or(this::firstOnTheShelf).ifPresent(seed -> hand.open(seed, hand.aside().isPresent()));
            }
        });
    }

    /** Another screen came to the front, or the window closes: leases go back. */
    public void goAway() {
        front = false;
        hand.putAside();
    }

    /**
     * The stack of an item, with it as the seed.
     *
     * @param decide whether it is to be decided, if nothing is missing
     */
    public void openFor(UUID item, boolean decide) {
        front = true;
        if (!hand.holds(item)) {
            asked = decide;
            hand.open(item, true);
        } else if (decide) {
            commit();
        }
    }

    public void open(Stack stack) {
        if (!hand.holds(stack.seed())) {
            hand.open(stack.seed(), false);
        }
    }

    /** Opens the stack of this one anew with it as the seed; what was seen stays seen. */
    public void makeSeed(UUID item) {
        if (open() != null && !hand.holds(item)) {
            hand.makeSeed(item);
        }
    }

    private Optional<UUID> firstOnTheShelf() {
        return shelf.stacks().stream().findFirst().map(Stack::seed);
    }

    /** Once a second: keeps the leases. */
    public void tick() {
        hand.tick();
    }

    // ---- looking and ticking

    public void saw(Collection<UUID> items) {
        if (ticks() != null && ticks().saw(items)) {
            changed();
        }
    }

    /** The picture itself is on screen now, until {@link #closed}. */
    public void opened(UUID item) {
        if (ticks() != null) {
            closed();
            looking = open().find(item);
            lookingSince = clock.instant();
            ticks().opened(item);
            changed();
        }
    }

    /** No picture itself is on screen any more. */
    public void closed() {
        looking.ifPresent(member -> board.looked(member, lookingSince));
        looking = Optional.empty();
    }

    /** Ticks these, or leaves them out when all of them are ticked. */
    public void flip(List<UUID> items) {
        if (ticks() == null) {
            return;
        }
        boolean fixed = items.stream().noneMatch(ticks()::canChange);
        ticks().flip(items);
        notice.set(fixed && !items.isEmpty() ? Text.of(open().find(items.getFirst()).map(StackMember::tie)
                .filter(tie -> tie == StackMember.Tie.SEED).isPresent() ? "stack.fixed.seed" : "stack.fixed.alike") : "");
        changed();
    }

    public void filter(TileFilter chosen) {
        shown.filter(chosen);
        arrange();
    }

    public void sort(TileOrder chosen) {
        shown.sort(chosen);
        arrange();
    }

    private void arrange() {
        if (open() != null) {
            shown.arrange(open(), ticks());
            changed();
        }
    }

    // ---- deciding

    /** The label for all that is ticked; nothing is decided yet. */
    public void choose(Label chosen) {
        label.set(Optional.of(chosen));
        replan();
    }

    private void replan() {
        plan = Optional.empty();
        OpenStack stack = open();
        Label wanted = label.get().orElse(null);
        if (stack != null && wanted != null) {
            records.run(() -> board.plan(stack.seed(), wanted), made -> {
                if (open() != null && open().seed() == stack.seed() && label.get().equals(Optional.of(wanted))) {
                    plan = Optional.of(made);
                    changed();
                    if (asked) {
                        commit();
                    }
                }
            }, this::failed);
        }
        changed();
    }

    /** Decides what is ticked, or says what has to be done first. */
    public void commit() {
        asked = open() != null && label.get().isPresent() && plan.isEmpty();
        Commitment now = commitment.get();
        if (open() == null || hand.isBusy() || asked) {
            return;
        }
        if (!now.ready()) {
            notice.set(now.missing());
            return;
        }
        hand.busy(true);
        OpenStack stack = open();
        StackMember seed = stack.seed();
        long millis = hand.age().toMillis();
        List<Propagation.Tile> others = now.members().stream().skip(1).map(member -> new Propagation.Tile(member.id(), shownOf(member, 0))).toList();
        StackBoard.Decision decision = new StackBoard.Decision(seed, plan.orElseThrow().finding(), shownOf(seed, millis), others);
        records.run(() -> board.decide(decision), decided -> decided(stack, now, decided), this::failed);
    }

    private Shown shownOf(StackMember member, long millis) {
        return ticks().seen(member.id()).equals(Optional.of(Seen.FULL)) ? Shown.opened(member.item().sha256(), member.cover(), millis)
                : Shown.tile(member.item().sha256(), member.cover());
    }

    private void decided(OpenStack stack, Commitment promised, StackBoard.Decided decided) {
        hand.busy(false);
        if (decided.items().isEmpty()) {
            notice.set(Text.of("stack.lost"));
            return;
        }
        lastDecided = decided.seed();
        lastSeed = stack.seed().id();
        String title = label.get().map(Label::shortTitle).orElse("");
        notice.set(decided.items().size() < promised.members().size()
                ? Text.of("stack.decided.some", decided.items().size(), promised.members().size(), title)
                : Text.of("stack.decided", decided.items().size(), title));
        label.set(Optional.empty());
        hand.finish();
        onDecided.accept(decided.items());
        Optional<UUID> next = stack.members().stream().map(StackMember::id).filter(id -> !decided.items().contains(id)).findFirst();
        shelf.refresh(() -> next.or(this::firstOnTheShelf).filter(_ -> front)
                .ifPresent(item -> hand.open(item, next.isPresent())));
    }

    /** Takes back the last stack that was decided here, in one step. */
    public void undo() {
        if (lastDecided == null || hand.isBusy()) {
            notice.set(Text.of("stack.undo.nothing"));
            return;
        }
        UUID decision = lastDecided;
        UUID seed = lastSeed;
        hand.busy(true);
        records.run(() -> board.undo(decision), back -> {
            hand.busy(false);
            notice.set(Text.of(back ? "stack.undone" : "stack.undo.stands"));
            lastDecided = null;
            if (back && seed == null) {
                notice.set(Text.of("stack.restored"));
                shelf.refresh(() -> {});
            } else if (back) {
                shelf.refresh(() -> hand.open(seed, true));
            }
        }, this::failed);
    }

    /** Gives back to their lanes what a decision was carried over to; that can be undone, too. */
    void takeBack(UUID decision) {
        shelf.takeBack(decision, back -> {
            lastDecided = back > 0 ? decision : null;
            lastSeed = null;
            notice.set(Text.of("stack.back.done", back));
        });
    }

    void say(String words) {
        notice.set(words);
    }

    private void failed(Exception reason) {
        hand.busy(false);
        asked = false;
        notice.set(Text.of("stack.failed", reason.getMessage() == null ? reason.toString() : reason.getMessage()));
    }

    private void changed() {
        String was = commitment.get().missing();
        commitment.set(ticks() == null ? Commitment.NONE : ticks().commitment(plan));
        if (!was.equals(commitment.get().missing()) && was.equals(notice.get())) {
            notice.set("");
        }
        changes.set(changes.get() + 1);
    }

    /** The picture of a tile, as large as the room takes it; nothing where it is never drawn. */
    public void look(UUID item, Room room, Consumer<DecodedImage> found, Consumer<String> refused) {
        open().find(item).ifPresent(member -> study.run(() -> board.picture(member, room),
                picture -> picture.ifPresentOrElse(found, () -> refused.accept(Text.of("stack.tile.never"))),
                reason -> refused.accept(String.valueOf(reason.getMessage()))));
    }

    public dev.docket.policy.PolicyPack pack() { return board.pack(); }

    public StackShelf shelf() { return shelf; }

    /** The tiles of whatever stack is open. */
    public TileSource tiles() { return hand.tiles(); }

    /** Which tiles are shown, in order. */
    public ObservableList<UUID> shown() { return shown.items(); }

    /** Null when none is. */
    public ReadOnlyObjectProperty<OpenStack> openProperty() { return hand.open(); }

    private OpenStack open() { return hand.open().get(); }

    public ReadOnlyObjectProperty<Optional<Label>> labelProperty() { return label.getReadOnlyProperty(); }

    public Optional<StackPlan> plan() { return plan; }

    public ReadOnlyObjectProperty<Commitment> commitmentProperty() { return commitment.getReadOnlyProperty(); }

    /** A sentence on what was just done or cannot be; empty text when there is none. */
    public ReadOnlyStringProperty noticeProperty() { return notice.getReadOnlyProperty(); }

    /** Counts up whenever ticks, sightings, plan or stack have changed. */
    public ReadOnlyLongProperty changesProperty() { return changes.getReadOnlyProperty(); }

    /** Null while no stack is open. */
    Ticks ticks() { return hand.ticks(); }

    TileFilter filter() { return shown.filter(); }

    boolean canUndo() { return lastDecided != null; }

    Clock clock() { return clock; }

    private final class InHand implements StackHand.Watcher {
        @Override
        public void opened() {
            if (asked) {
                commit();
            }
        }

        @Override
        public void shown() {
            shown.filter(TileFilter.ALL);
            arrange();
            replan();
        }

        @Override
        public void changed() {
            StackViewModel.this.changed();
        }

        @Override
        public void say(String words) {
            notice.set(words);
        }

        @Override
        public void failed(Exception reason) {
            StackViewModel.this.failed(reason);
        }
    }
}
