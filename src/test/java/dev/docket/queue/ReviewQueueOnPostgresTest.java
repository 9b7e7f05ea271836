package dev.docket.queue;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class ReviewQueueOnPostgresTest extends ReviewQueueContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
