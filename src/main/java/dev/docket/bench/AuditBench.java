package dev.docket.bench;

import dev.docket.audit.AuditEntry;
import dev.docket.audit.AuditExport;
import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditReading;
import dev.docket.audit.AuditVerifier;
import dev.docket.audit.Evidence;
import dev.docket.audit.Sealer;
import dev.docket.audit.Vouched;
import dev.docket.audit.Witnesses;
import dev.docket.audit.seal.SealerKey;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.server.BenchServer;
import dev.docket.storage.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writers who append beside one another; and a long log, sealed, exported, and verified from the file alone: every body hashed again, every chain, every root. */
final class AuditBench implements Bench {
    private static final int ENTRIES = 1_000_000;
    private static final int FEW_ENTRIES = 2_000;
    private static final int WRITERS = 32;
    private static final int AT_ONCE = 500;
    private static final double MOST_SECONDS = 30;
    private static final int PAGE = 100;
    private static final int TIMES = 5;
    private static final double MOST_MILLIS = 500;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final char[] PASSWORD = "of a key that is thrown away".toCharArray();

    /** What is timed. */
    private interface Step {
        void run() throws Exception;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String about() {
        return "32 writers of the log beside one another, and a log of a million entries, sealed and verified without a database";
    }

    @Override
    public void run(Stand stand) throws Exception {
        Optional<BenchServer> server = stand.postgres("writers beside one another");
        if (server.isPresent()) {
            AppendRace.run(stand, server.get());
        }
        longLog(stand);
    }

    private void longLog(Stand stand) throws Exception {
        int entries = stand.quick() ? FEW_ENTRIES : ENTRIES;
        Path folder = Files.createDirectories(stand.scratch().resolve(name()));
        Path export = folder.resolve("audit.ndjson");
        SealerKey key = SealerKey.make(folder.resolve("sealer.p12"), "bench", PASSWORD, Clock.systemUTC());
        try (Database database = Database.openEmbedded(folder.resolve("database"), new byte[32])) {
            stand.note(entries + " entries of " + WRITERS + " writers");
            tell(stand, "appended, " + AT_ONCE + " to a transaction", entries, seconds(() -> append(database, entries)));
            stand.note("sealing");
            tell(stand, "sealed", entries, seconds(() -> seal(database, new Sealer(key))));
            stand.note("reading");
            read(stand, database, key);
            stand.note("export");
            tell(stand, "exported", entries, seconds(() -> write(database, export)));
        }
        stand.note("verifying " + (Files.size(export) >> 20) + " MiB");
        AuditVerifier verifier = new AuditVerifier(new Witnesses(List.of(key.open()), Map.of()));
        List<AuditVerifier.Outcome> outcome = new ArrayList<>();
        double seconds = seconds(() -> outcome.add(verifier.verify(export)));
        if (outcome.getFirst().firstBad().isPresent() || outcome.getFirst().sealed() != entries) {
            throw new IOException("The log does not verify: " + outcome.getFirst());
        }
        stand.tell(Reading.of(entries + " entries verified offline", "s", seconds).atMost(MOST_SECONDS));
    }

    /** What the audit screen asks. */
    private static void read(Stand stand, Database database, SealerKey key) throws Exception {
        AuditReading reading = new AuditReading(Vouched.NOTHING);
        page(stand, database, reading, "the newest", AuditFilter.ALL);
        page(stand, database, reading, "of a kind there is none of", AuditFilter.ALL.withKind(Optional.of(AuditKind.MEMBER_ADDED)));
        page(stand, database, reading, "with words nothing has, 20 000 looked at", AuditFilter.ALL.withWords("xyzzy"));
        AuditEntry some = database.inTransaction(tx -> reading.page(tx, AuditFilter.ALL, Optional.empty(), 1)).entries().getFirst().entry();
        told(stand, "an entry's proof worked out", () -> {
            if (!database.inTransaction(tx -> Evidence.of(tx, some.writer(), 0, List.of(key.open()))).orElseThrow().isProved()) {
                throw new IOException("The entry is not proved");
            }
        });
    }

    private static void page(Stand stand, Database database, AuditReading reading, String which, AuditFilter filter) throws Exception {
        told(stand, "a page of " + PAGE + ", " + which, () -> database.inTransaction(tx -> reading.page(tx, filter, Optional.empty(), PAGE)));
    }

    /** The least of a few. */
    private static void told(Stand stand, String what, Step step) throws Exception {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            least = Math.min(least, seconds(step));
        }
        stand.tell(Reading.of(what, "ms", least * MILLIS_PER_SECOND).atMost(MOST_MILLIS));
    }

    private static void append(Database database, int entries) {
        List<AuditLog> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new AuditLog(UUID.randomUUID(), "writer" + i, Clock.systemUTC()));
        }
        for (int from = 0; from < entries; from += AT_ONCE) {
            List<AuditLog.Line> lines = new ArrayList<>();
            for (int i = from; i < Math.min(entries, from + AT_ONCE); i++) {
                UUID item = new UUID(i, i);
                lines.add(new AuditLog.Line(AuditKind.VERDICT_DECIDED, item, Map.of("item", item.toString(), "label", "spam_scam", "action", "remove", "number", i,
                        "shown", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")));
            }
            AuditLog writer = writers.get(from / AT_ONCE % WRITERS);
            database.transact(tx -> writer.appendAll(tx, lines));
        }
    }

    private static void seal(Database database, Sealer sealer) {
        while (sealer.seal(database).isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static void write(Database database, Path export) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(export))) {
            AuditExport.write(database, out);
        }
    }

    private static double seconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    private static void tell(Stand stand, String what, int entries, double seconds) {
        stand.tell(Reading.of(what, "entries/s", entries / seconds));
    }
}
