package dev.docket.registry;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class ModelRegistryOnPostgresTest extends ModelRegistryContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
