package dev.docket.hash;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class HashBanksOnPostgresTest extends HashBanksContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
