package dev.docket.dsa;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class StatementOnPostgresTest extends StatementContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
