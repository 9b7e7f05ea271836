package dev.docket.bench;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.server.BenchServer;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Thirty-two writers who append to the log of one PostgreSQL, a transaction for each entry: each in a chain of their own, all
 * in one chain, and beside them the same rows put into the same table without any chain.
 */
final class AppendRace {
    private static final int WRITERS = 32;
    /** Of each of the connection pools, which hold ten. */
    private static final int ON_A_POOL = 8;
    private static final int ROUNDS = 3;
    private static final double LEAST_OF_ONE_CHAIN = 5;
    private static final double LEAST_OF_PLAIN = 0.8;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String PLAIN = """
            insert into plain_entry (writer_id, writer_seq, at_client, kind, subject, body_json, prev_hash, leaf_hash)
            values (:writer, :seq, :at, :kind, :subject, :body, :previous, :leaf)""";

    private final Stand stand;
    private final List<Database> pools = new ArrayList<>();

    /** What one thread does over and over. */
    private interface Append {
        void run(Database database, UUID writer, long number);
    }

    private AppendRace(Stand stand) {
        this.stand = stand;
    }

    static void run(Stand stand, BenchServer server) throws SQLException, InterruptedException, ExecutionException {
        AppendRace race = new AppendRace(stand);
        try {
            String database = server.database();
            for (int i = 0; i < WRITERS / ON_A_POOL; i++) {
                race.pools.add(Database.of(server.owner(database)));
            }
            race.pools.getFirst().transact(tx -> tx.execute("create table plain_entry (like audit_entry including all)"));
            stand.note(WRITERS + " writers, " + server.about());
            race.run();
        } finally {
            race.pools.forEach(Database::close);
        }
    }

    private void run() throws InterruptedException, ExecutionException {
        Map<UUID, AuditLog> logs = new TreeMap<>();
        List<UUID> writers = IntStream.range(0, WRITERS).mapToObj(i -> UUID.randomUUID()).toList();
        writers.forEach(writer -> logs.put(writer, new AuditLog(writer, "writer", Clock.systemUTC())));
        AuditLog shared = new AuditLog(UUID.randomUUID(), "shared", Clock.systemUTC());
        Append own = (database, writer, number) -> database.transact(tx -> logs.get(writer).append(tx, AuditKind.VERDICT_DECIDED, new UUID(1, number), body(number)));
        Append one = (database, _, number) -> database.transact(tx -> shared.append(tx, AuditKind.VERDICT_DECIDED, new UUID(1, number), body(number)));
        Map<Append, List<Double>> rates = new LinkedHashMap<>();
        List<Append> contestants = List.of(own, one, AppendRace::plain);
        contestants.forEach(each -> rates.put(each, new ArrayList<>()));
        long base = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            for (Append each : contestants) {
                double rate = rate(each, writers, base += 1L << 32);
                // the first warms up
                if (round > 0) {
                    rates.get(each).add(rate);
                }
            }
        }
        List<List<Double>> told = List.copyOf(rates.values());
        Reading reading = reading("appended by " + WRITERS + " writers in chains of their own", told.get(0));
        stand.tell(reading.against(reference("in one chain", told.get(1))).ratioAtLeast(LEAST_OF_ONE_CHAIN));
        stand.tell(reading.against(reference("plain inserts", told.get(2))).ratioAtLeast(LEAST_OF_PLAIN));
    }

    private static Reading reading(String what, List<Double> rates) {
        return new Reading(what, "entries/s", middle(rates), middle(rates), rates.size(), new Reference.None(), Optional.empty());
    }

    private static Reference reference(String name, List<Double> rates) {
        return new Reference.Measured(name, middle(rates), middle(rates));
    }

    private static double middle(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    /** Entries a second of all writers together. */
    private double rate(Append append, List<UUID> writers, long base) throws InterruptedException, ExecutionException {
        long length = stand.quick() ? TimeUnit.MILLISECONDS.toNanos(150) : TimeUnit.SECONDS.toNanos(6);
        long start = System.nanoTime();
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Database database = pools.get(i / ON_A_POOL);
            UUID writer = writers.get(i);
            work.add(() -> {
                long done = 0;
                for (; System.nanoTime() - start < length; done++) {
                    append.run(database, writer, base + done);
                }
                return done;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            long all = 0;
            for (Future<Long> each : threads.invokeAll(work)) {
                all += each.get();
            }
            return all * NANOS_PER_SECOND / (System.nanoTime() - start);
        }
    }

    /** What a log without chains would do: the same row, its hash too, and nothing looked at before. */
    private static void plain(Database database, UUID writer, long number) {
        String body = CanonicalJson.write(body(number));
        ContentHash leaf = CanonicalJson.hash(body(number));
        database.transact(tx -> tx.createUpdate(PLAIN).bind("writer", writer).bind("seq", number).bind("at", Instant.now().truncatedTo(ChronoUnit.MICROS))
                .bind("kind", AuditKind.VERDICT_DECIDED.name()).bind("subject", new UUID(1, number)).bind("body", body).bind("previous", leaf).bind("leaf", leaf).execute());
    }

    private static Map<String, Object> body(long number) {
        return Map.of("item", new UUID(2, number).toString(), "label", "spam_scam", "action", "remove", "number", number,
                "shown_sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }
}
