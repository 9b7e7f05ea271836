package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditLogOnPostgresTest extends AuditLogContract {
    private static final String SCANS = "select coalesce(sum(idx_scan), 0) from pg_stat_user_indexes where relname = 'audit_entry' and indexrelname %s 'audit_entry_pkey'";

    @Override
    Database open() {
        return Postgres.fresh();
    }

    /** Every installation begins empty, and a plan made then is kept: one that went by the times of a chain read all of it for each entry. */
    @Test
    void theEndOfAChainIsFoundByItsKeyWithAPlanMadeWhileTheLogWasEmpty() throws InterruptedException {
        AuditLog log = new AuditLog(UUID.randomUUID(), "desk", Clock.systemUTC());
        try (Database database = Postgres.fresh()) {
            for (int i = 0; i < 50; i++) {
                append(database, log);
            }
            for (int tries = 0; scans(database, "=") < 50 && tries < 100; tries++) {
                Thread.sleep(Duration.ofMillis(100));
            }

            assertThat(scans(database, "=")).isGreaterThanOrEqualTo(50);
            assertThat(scans(database, "<>")).isZero();
        }
    }

    /** Those who only try for a chain do not get in before whoever waits for it. */
    @Test
    void nobodyPassesWhoeverWaitsForAChain() throws Exception {
        UUID writer = UUID.randomUUID();
        AuditLog holding = new AuditLog(writer, "desk", Clock.systemUTC());
        AuditLog waiting = new AuditLog(writer, "desk", Clock.systemUTC());
        List<Future<AuditEntry>> later = new ArrayList<>();
        try (Database database = Postgres.fresh(); ExecutorService threads = Executors.newCachedThreadPool()) {
            append(database, holding);
            Future<AuditEntry> waited = database.inTransaction(tx -> {
                holding.append(tx, AuditKind.MODEL_ADDED, Map.of());
                Future<AuditEntry> asked = threads.submit(() -> append(database, waiting));
                untilWaiting(database, 1);
                IntStream.range(0, 4).forEach(_ -> later.add(threads.submit(() -> append(database, holding))));
                untilWaiting(database, 5);
                return asked;
            });

            assertThat(waited.get().seq()).isEqualTo(2);
            for (Future<AuditEntry> each : later) {
                each.get();
            }
            assertThat(new AuditVerifier().verify(database)).isEqualTo(new AuditVerifier.Outcome(7, 1, 0, Optional.empty()));
        }
    }

    private static AuditEntry append(Database database, AuditLog log) {
        return database.inTransaction(tx -> log.append(tx, AuditKind.MODEL_ADDED, Map.of()));
    }

    private static void untilWaiting(Database database, long people) {
        for (int tries = 0; tries < 5_000; tries++) {
            if (database.inTransaction(tx -> tx.createQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted").mapTo(Long.class).one()) >= people) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits");
    }

    private static long scans(Database database, String which) {
        return database.inTransaction(tx -> tx.createQuery(SCANS.formatted(which)).mapTo(Long.class).one());
    }
}
