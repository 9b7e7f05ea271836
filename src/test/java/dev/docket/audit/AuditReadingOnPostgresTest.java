package dev.docket.audit;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class AuditReadingOnPostgresTest extends AuditReadingContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
