package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stack.Ticks.Commitment;
import dev.docket.ui.stage.Room;
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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** The stacks screen: comes to a stack and leaves it, notes what of it is seen and ticked, and has it decided. JavaFX thread. */
public final class StackViewModel {
    private final StackBoard board;
    private final Background study;
    private final Clock clock;
    private final StackShelf shelf;
    private final StackHand hand;
    private final StackDeciding deciding;
    private final ShownTiles shown = new ShownTiles();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
    private Consumer<List<UUID>> onDecided = items -> {};
    private boolean front;
    private Optional<StackMember> looking = Optional.empty();
    private Instant lookingSince = Instant.EPOCH;

    /**
     * @param records one thread, for the database
     * @param study one thread, for what takes seconds
     */
    public StackViewModel(StackBoard board, Background records, Background study, Clock clock) {
        this.board = board;
        this.study = study;
        this.clock = clock;
        shelf = new StackShelf(board, records);
        StackHand.Watcher watcher = new InHand();
        hand = new StackHand(board, records, study, clock, watcher);
        deciding = new StackDeciding(board, records, hand, shelf, watcher, this::goOn);
        hand.open().subscribe(stack -> {
            if (stack == null) {
                deciding.forgetPlan();
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
            deciding.ask(decide);
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

    /** To what was left out of the stack that was just decided, else to the next stack. */
    private void goOn(OpenStack stack, List<UUID> decided) {
        onDecided.accept(decided);
        Optional<UUID> left = stack.members().stream().map(StackMember::id).filter(id -> !decided.contains(id)).findFirst();
        shelf.refresh(() -> left.or(this::firstOnTheShelf).filter(_ -> front).ifPresent(item -> hand.open(item, left.isPresent())));
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
    public void choose(Label chosen) { deciding.choose(chosen); }

    /** Decides what is ticked, or says what has to be done first. */
    public void commit() { deciding.commit(); }

    /** Takes back the last stack that was decided here, in one step. */
    public void undo() { deciding.undo(); }

    /** Gives back to their lanes what a decision was carried over to; that can be undone, too. */
    void takeBack(UUID decision) { deciding.takeBack(decision); }

    void say(String words) {
        notice.set(words);
    }

    private void failed(Exception reason) {
        hand.busy(false);
        deciding.ask(false);
        notice.set(Text.of("stack.failed", reason.getMessage() == null ? reason.toString() : reason.getMessage()));
    }

    private void changed() {
        String was = deciding.commitment().get().missing();
        deciding.count();
        if (!was.equals(deciding.commitment().get().missing()) && was.equals(notice.get())) {
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

    public ReadOnlyObjectProperty<Optional<Label>> labelProperty() { return deciding.label(); }

    public Optional<StackPlan> plan() { return deciding.plan(); }

    public ReadOnlyObjectProperty<Commitment> commitmentProperty() { return deciding.commitment(); }

    /** A sentence on what was just done or cannot be; empty text when there is none. */
    public ReadOnlyStringProperty noticeProperty() { return notice.getReadOnlyProperty(); }

    /** Counts up whenever ticks, sightings, plan or stack have changed. */
    public ReadOnlyLongProperty changesProperty() { return changes.getReadOnlyProperty(); }

    /** Null while no stack is open. */
    Ticks ticks() { return hand.ticks(); }

    TileFilter filter() { return shown.filter(); }

    boolean canUndo() { return deciding.canUndo(); }

    Clock clock() { return clock; }

    private final class InHand implements StackHand.Watcher {
        @Override
        public void opened() {
            deciding.decideIfAsked();
        }

        @Override
        public void shown() {
            shown.filter(TileFilter.ALL);
            arrange();
            deciding.replan();
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
