package dev.docket.ui.queue;

import dev.docket.desk.Desk;
import dev.docket.item.HandOver;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstones;
import dev.docket.queue.Holder;
import dev.docket.queue.TakeOver;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.team.Role;
import dev.docket.ui.ladder.DeskKeeping;
import dev.docket.ui.ladder.DeskLadder;
import dev.docket.ui.ladder.KeepingDesk;
import dev.docket.ui.ladder.LadderDesk;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of one desk, as its screen reads it. Several threads. */
public final class DeskQueueBoard implements QueueBoard {
    private static final int MOST_ROWS = 500;

    private final Desk desk;
    private final LadderDesk ladder;
    private final DeskStories stories;
    private final TaskSearch search = new TaskSearch();
    private final TakeOver takeOver;
    private final Tombstones stones = new Tombstones();

    public DeskQueueBoard(Desk desk) {
        this.desk = desk;
        ladder = new DeskLadder(desk);
        stories = new DeskStories(desk, ladder);
        takeOver = new TakeOver(desk.database, desk.queue, desk.audit);
    }

    @Override
    public Standing standing() {
        return desk.database.inTransaction(tx -> {
            if (!desk.self.role().onlyReads()) {
                desk.queue.reap(tx);
            }
            return new Standing(desk.queue.lanes(tx, desk.self.id()), desk.queue.holders(tx));
        });
    }

    @Override
    public List<TaskRow> mine() {
        return desk.database.inTransaction(tx -> search.heldBy(tx, desk.self.id()));
    }

    @Override
    public void giveBack(List<UUID> tasks) {
        desk.database.transact(tx -> desk.queue.release(tx, desk.self.id(), tasks));
    }

    @Override
    public boolean mayTakeFrom(Holder holder) {
        return desk.joined.isPresent() && desk.self.role() == Role.LEAD && !holder.person().equals(desk.self.id());
    }

    @Override
    public int takeFrom(Holder holder) {
        return takeOver.of(holder);
    }

    @Override
    public LadderDesk ladder() {
        return ladder;
    }

    @Override
    public TaskSearch.Found find(TaskFilter filter) {
        return desk.database.inTransaction(tx -> search.find(tx, filter, MOST_ROWS));
    }

    @Override
    public List<HandOver> withheld(String words) {
        return desk.database.inTransaction(tx -> desk.handOvers.startingWith(tx, words));
    }

    @Override
    public List<Tombstone> erased(String words) {
        return desk.database.<List<Tombstone>>inTransaction(tx -> stones.startingWith(tx, words)).stream().filter(stone -> stone.parts().contains(Tombstone.Part.PICTURE)).toList();
    }

    @Override
    public Optional<KeepingDesk> keeping() {
        return DeskKeeping.at(desk);
    }

    @Override
    public void markGolden(UUID item, String why) {
        desk.golden.mark(item, why);
    }

    @Override
    public void retireGolden(UUID item) {
        desk.golden.retire(item);
    }

    @Override
    public Optional<ItemStory> story(UUID item) {
        return desk.database.inTransaction(tx -> desk.items.find(tx, item).map(known -> stories.of(tx, known)));
    }
}
