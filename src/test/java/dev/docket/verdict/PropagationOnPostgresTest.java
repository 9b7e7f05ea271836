package dev.docket.verdict;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class PropagationOnPostgresTest extends PropagationContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
