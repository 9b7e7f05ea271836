package dev.docket.policy;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class PoliciesOnPostgresTest extends PoliciesContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
