package dev.docket.ui.stack;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.stack.Ticks.Commitment;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.Seen;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The label chosen for the stack in hand, what it would decide, the decision, and how that is taken back. JavaFX thread. */
final class StackDeciding {
    private final StackBoard board;
    private final Background records;
    private final StackHand hand;
    private final StackShelf shelf;
    private final StackHand.Watcher watcher;
    private final BiConsumer<OpenStack, List<UUID>> whenDecided;
    private final ReadOnlyObjectWrapper<Optional<Label>> label = new ReadOnlyObjectWrapper<>(this, "label", Optional.empty());
    private final ReadOnlyObjectWrapper<Commitment> commitment = new ReadOnlyObjectWrapper<>(this, "commitment", Commitment.NONE);
    private Optional<StackPlan> plan = Optional.empty();
    private UUID lastDecided;
    private UUID lastSeed;
    private boolean asked;

    /**
     * @param records one thread, for the database
     * @param decided told what was decided of a stack that is no longer in hand
     */
    StackDeciding(StackBoard board, Background records, StackHand hand, StackShelf shelf, StackHand.Watcher watcher, BiConsumer<OpenStack, List<UUID>> decided) {
        this.board = board;
        this.records = records;
        this.hand = hand;
        this.shelf = shelf;
        this.watcher = watcher;
        whenDecided = decided;
    }

    /** The label for all that is ticked; nothing is decided yet. */
    void choose(Label chosen) {
        label.set(Optional.of(chosen));
        replan();
    }

    /** What the chosen label would do to the stack in hand, asked of the desk. */
    void replan() {
        plan = Optional.empty();
        OpenStack stack = stack();
        Label wanted = label.get().orElse(null);
        if (stack != null && wanted != null) {
            records.run(() -> board.plan(stack.seed(), wanted), made -> {
                if (stack() != null && stack().seed() == stack.seed() && label.get().equals(Optional.of(wanted))) {
                    plan = Optional.of(made);
                    watcher.changed();
                    decideIfAsked();
                }
            }, watcher::failed);
        }
        watcher.changed();
    }

    /** Decides what is ticked, or says what has to be done first. */
    void commit() {
        asked = stack() != null && label.get().isPresent() && plan.isEmpty();
        Commitment now = commitment.get();
        if (stack() == null || hand.isBusy() || asked) {
            return;
        }
        if (!now.ready()) {
            watcher.say(now.missing());
            return;
        }
        hand.busy(true);
        OpenStack stack = stack();
        StackMember seed = stack.seed();
        long millis = hand.age().toMillis();
        List<Propagation.Tile> others = now.members().stream().skip(1).map(member -> new Propagation.Tile(member.id(), shownOf(member, 0))).toList();
        StackBoard.Decision decision = new StackBoard.Decision(seed, plan.orElseThrow().finding(), shownOf(seed, millis), others);
        records.run(() -> board.decide(decision), decided -> decided(stack, now, decided), watcher::failed);
    }

    private Shown shownOf(StackMember member, long millis) {
        return hand.ticks().seen(member.id()).equals(Optional.of(Seen.FULL)) ? Shown.opened(member.item().sha256(), member.cover(), millis)
                : Shown.tile(member.item().sha256(), member.cover());
    }

    private void decided(OpenStack stack, Commitment promised, StackBoard.Decided decided) {
        hand.busy(false);
        if (decided.items().isEmpty()) {
            watcher.say(Text.of("stack.lost"));
            return;
        }
        lastDecided = decided.seed();
        lastSeed = stack.seed().id();
        String title = label.get().map(Label::shortTitle).orElse("");
        watcher.say(decided.items().size() < promised.members().size()
                ? Text.of("stack.decided.some", decided.items().size(), promised.members().size(), title)
                : Text.of("stack.decided", decided.items().size(), title));
        label.set(Optional.empty());
        hand.finish();
        whenDecided.accept(stack, decided.items());
    }

    /** Takes back the last stack that was decided here, in one step. */
    void undo() {
        if (lastDecided == null || hand.isBusy()) {
            watcher.say(Text.of("stack.undo.nothing"));
            return;
        }
        UUID decision = lastDecided;
        UUID seed = lastSeed;
        hand.busy(true);
        records.run(() -> board.undo(decision), back -> {
            hand.busy(false);
            watcher.say(Text.of(back ? "stack.undone" : "stack.undo.stands"));
            lastDecided = null;
            if (back && seed == null) {
                watcher.say(Text.of("stack.restored"));
                shelf.refresh(() -> {});
            } else if (back) {
                shelf.refresh(() -> hand.open(seed, true));
            }
        }, watcher::failed);
    }

    /** Gives back to their lanes what a decision was carried over to; that can be undone, too. */
    void takeBack(UUID decision) {
        shelf.takeBack(decision, back -> {
            lastDecided = back > 0 ? decision : null;
            lastSeed = null;
            watcher.say(Text.of("stack.back.done", back));
        });
    }

    /** Whether to decide as soon as stack, label and plan are there. */
    void ask(boolean decide) {
        asked = decide;
    }

    void decideIfAsked() {
        if (asked) {
            commit();
        }
    }

    void forgetPlan() {
        plan = Optional.empty();
    }

    /** Counts anew what would be decided. */
    void count() {
        commitment.set(hand.ticks() == null ? Commitment.NONE : hand.ticks().commitment(plan));
    }

    private OpenStack stack() { return hand.open().get(); }

    Optional<StackPlan> plan() { return plan; }

    ReadOnlyObjectProperty<Optional<Label>> label() { return label.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<Commitment> commitment() { return commitment.getReadOnlyProperty(); }

    boolean canUndo() { return lastDecided != null; }
}
