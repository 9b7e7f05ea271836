package dev.docket.report;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class QualityOnPostgresTest extends QualityContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
