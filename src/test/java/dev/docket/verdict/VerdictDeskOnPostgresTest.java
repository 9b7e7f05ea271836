package dev.docket.verdict;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class VerdictDeskOnPostgresTest extends VerdictDeskContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
