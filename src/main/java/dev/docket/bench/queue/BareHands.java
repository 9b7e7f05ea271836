package dev.docket.bench.queue;

import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import java.util.List;
import java.util.UUID;

/** Docket's queue alone, as its owner: claim, and close under the epoch. No verdict, no log, nobody who checks. */
final class BareHands implements Hands<LeasedTask> {
    private final Database database;
    private final UUID me;
    private final List<Integer> lanes;
    private final ReviewQueue queue = new ReviewQueue();

    /** @param database closed with this */
    BareHands(Database database, UUID me, List<Integer> lanes) {
        this.database = database;
        this.me = me;
        this.lanes = lanes;
    }

    @Override
    public List<LeasedTask> claim(int lane) {
        return database.inTransaction(tx -> queue.claim(tx, me, lanes.get(lane), Load.WINDOW));
    }

    @Override
    public void finish(LeasedTask task) {
        if (database.inTransaction(tx -> queue.close(tx, me, task.taskId(), task.epoch())).isEmpty()) {
            throw new IllegalStateException("A task in hand was not closed");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
