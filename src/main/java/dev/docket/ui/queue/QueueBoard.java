package dev.docket.ui.queue;

import dev.docket.item.HandOver;
import dev.docket.item.Tombstone;
import dev.docket.queue.Holder;
import dev.docket.queue.Lane;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.ui.ladder.KeepingDesk;
import dev.docket.ui.ladder.LadderDesk;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the queue screen asks of a desk. Slow: never on the JavaFX thread. */
public interface QueueBoard {

    /** The lanes in order, and who holds what. */
    record Standing(List<Lane> lanes, List<Holder> holders) {
        static final Standing NONE = new Standing(List.of(), List.of());

        public Standing {
            lanes = List.copyOf(lanes);
            holders = List.copyOf(holders);
        }

        long waiting() {
            return lanes.stream().mapToLong(lane -> lane.waiting() + lane.barred()).sum();
        }

        long leased() {
            return lanes.stream().mapToLong(Lane::leased).sum();
        }
    }

    Standing standing();

    /** What the person at this desk holds. */
    List<TaskRow> mine();

    void giveBack(List<UUID> tasks);

    /** Whether what this person holds may be taken from them by whoever sits here. */
    boolean mayTakeFrom(Holder holder);

    /** Takes what somebody holds back to its lane. Returns how many tasks that were. */
    int takeFrom(Holder holder);

    /** Comments and appeals. */
    LadderDesk ladder();

    TaskSearch.Found find(TaskFilter filter);

    /** The records of quarantined items whose id begins with these words; of the items themselves nothing is left. */
    List<HandOver> withheld(String words);

    /** The tombstones of items whose picture was erased and whose id begins with these words. */
    default List<Tombstone> erased(String words) {
        return List.of();
    }

    /** Legal holds and erasing; empty for whoever may not. */
    default Optional<KeepingDesk> keeping() {
        return Optional.empty();
    }

    /**
     * Marks a decided item as golden.
     *
     * @throws IllegalArgumentException when it cannot be one; says why
     */
    default void markGolden(UUID item, String why) {
        throw new UnsupportedOperationException("A lead's desk does");
    }

    /** Takes a golden item out of the stream. */
    default void retireGolden(UUID item) {
        throw new UnsupportedOperationException("A lead's desk does");
    }

    /** What happened to an item so far; empty when it is unknown, quarantined or erased. */
    Optional<ItemStory> story(UUID item);
}
