package dev.docket.item;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class ItemsOnPostgresTest extends ItemsContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
