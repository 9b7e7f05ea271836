package dev.docket.audit;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class SealingOnPostgresTest extends SealingContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
