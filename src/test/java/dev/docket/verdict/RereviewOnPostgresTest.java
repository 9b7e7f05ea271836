package dev.docket.verdict;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class RereviewOnPostgresTest extends RereviewContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
