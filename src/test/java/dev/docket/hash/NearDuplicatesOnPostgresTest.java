package dev.docket.hash;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class NearDuplicatesOnPostgresTest extends NearDuplicatesContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
