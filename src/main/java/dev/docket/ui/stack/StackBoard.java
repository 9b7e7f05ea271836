package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the stacks screen asks of a desk. All but {@link #pack} and {@link #tiles} may take long: workers only. Several threads. */
public interface StackBoard {

    /**
     * What a person decided.
     *
     * @param seed its task is leased to them
     * @param shown what was seen of the seed
     * @param tiles what else was ticked and seen
     */
    record Decision(StackMember seed, Finding finding, Shown shown, List<Propagation.Tile> tiles) {
        public Decision {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * What became of it.
     *
     * @param seed id of the first verdict
     * @param items all that was decided, the seed first; empty when the seed's lease was lost
     */
    record Decided(UUID seed, List<UUID> items) {
        public Decided {
            items = List.copyOf(items);
        }
    }

    PolicyPack pack();

    /** Those with something to decide, in no order. */
    List<Stack> stacks();

    /**
     * Leases what nobody else holds of an item's stack. Empty when the item does not wait for a first look, or its answer is known.
     *
     * @param asSeed whether the item is to be the seed, if it is in hand; else the one nearest to all others is
     */
    Optional<OpenStack> open(UUID item, boolean asSeed);

    /** What waits and only looks like the seed, likest first. Takes seconds the first time. */
    List<StackMember> lookAlikes(OpenStack stack);

    /** Extends the leases of the stack. Returns the tasks that are still held. */
    List<UUID> keep(OpenStack stack);

    /** Gives tasks back. */
    void release(List<UUID> tasks);

    /** Their small pictures, how they differ from the seed's, their covers. */
    TileSource tiles(OpenStack stack);

    /** The picture itself, as large as the room takes it; empty where it is never drawn. */
    Optional<DecodedImage> picture(StackMember member, Room room) throws IOException;

    /** Its pixels were uncovered from then until now. Quick; any thread. */
    void looked(StackMember member, Instant from);

    StackPlan plan(StackMember seed, Label label);

    Decided decide(Decision decision);

    /** Takes back, in one step, what {@link #decide} came to. False when it was not the last thing done, or stands. */
    boolean undo(UUID seed);

    /** What was decided together and still stands, last first. */
    List<Propagation.Spread> spreads();

    /** How many items {@link #takeBack} would give back to their lanes. */
    long standing(UUID seed);

    /** Takes back all that a decision was carried over to; returns how many items went back to their lanes. */
    int takeBack(UUID seed);
}
