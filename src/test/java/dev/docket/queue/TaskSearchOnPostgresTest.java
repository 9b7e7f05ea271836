package dev.docket.queue;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class TaskSearchOnPostgresTest extends TaskSearchContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
