package dev.docket.report;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;

class PeriodReportOnPostgresTest extends PeriodReportContract {
    @Override
    Database open() {
        return Postgres.fresh();
    }
}
