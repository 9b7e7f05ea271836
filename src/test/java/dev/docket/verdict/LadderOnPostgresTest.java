package dev.docket.verdict;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class LadderOnPostgresTest extends LadderContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
