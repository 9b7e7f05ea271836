package dev.docket.audit;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class AuditLogOnPostgresTest extends AuditLogContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
