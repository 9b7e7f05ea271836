package dev.docket.queue;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class TaskClocksOnPostgresTest extends TaskClocksContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
