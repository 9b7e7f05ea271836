package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.storage.Forger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the log promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditLogContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00.123456789Z"), ZoneOffset.UTC);
    private static final UUID WRITER = UUID.fromString("1a2b3c4d-0000-4000-8000-000000000001");

    @TempDir
    private Path folder;
    private Database database;
    private final AuditLog log = new AuditLog(WRITER, "desk", CLOCK);
    private final AuditVerifier verifier = new AuditVerifier();

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void emptyDatabase() {
        EmptyTables.in(database);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void anEmptyLogIsSound() {
        assertThat(verifier.verify(database)).isEqualTo(new AuditVerifier.Outcome(0, 0, 0, Optional.empty()));
    }

    @Test
    void entriesFollowFromOneAnotherAndAreSound() {
        AuditEntry first = append(0);
        AuditEntry second = append(1);

        assertThat(first.seq()).isZero();
        assertThat(first.previous()).isEqualTo(AuditEntry.NONE);
        assertThat(second.seq()).isEqualTo(1);
        assertThat(second.previous()).isEqualTo(first.leaf());
        assertThat(second.at()).isEqualTo(Instant.parse("2026-11-21T08:00:00.123456Z"));
        assertThat(verifier.verify(database)).isEqualTo(new AuditVerifier.Outcome(2, 1, 0, Optional.empty()));
    }

    @Test
    void anAppendThatIsRolledBackLeavesNoGap() {
        append(0);
        assertThatThrownBy(() -> database.transact(tx -> {
            log.append(tx, AuditKind.MODEL_ADDED, Map.of());
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        append(1);

        assertThat(verifier.verify(database)).isEqualTo(new AuditVerifier.Outcome(2, 1, 0, Optional.empty()));
    }

    @Test
    void fourThreadsLoseNothing() {
        IntStream.range(0, 200).parallel().forEach(this::append);

        assertThat(verifier.verify(database)).isEqualTo(new AuditVerifier.Outcome(200, 1, 0, Optional.empty()));
    }

    @Test
    void aChangedBodyIsNamed() {
        appendAll(5);
        Forger.in(database, tx -> tx.execute("update audit_entry set body_json = '{\"n\":7}' where writer_seq = 3"));

        assertThat(verifier.verify(database).firstBad()).contains("desk-1a2b/3: body does not match its leaf hash");
    }

    @Test
    void aChangedTimeKindOrSubjectIsNamed() {
        appendAll(3);
        Forger.in(database, tx -> tx.execute("update audit_entry set kind = 'other' where writer_seq = 2"));
        assertThat(verifier.verify(database).firstBad()).contains("desk-1a2b/2: body does not match its leaf hash");

        Forger.in(database, tx -> tx.execute("update audit_entry set at_client = at_client + interval '1' second where writer_seq = 1"));
        assertThat(verifier.verify(database).firstBad()).contains("desk-1a2b/1: body does not match its leaf hash");

        Forger.in(database, tx -> tx.execute("update audit_entry set subject = writer_id where writer_seq = 0"));
        assertThat(verifier.verify(database).firstBad()).contains("desk-1a2b/0: body does not match its leaf hash");
    }

    @Test
    void aDeletedEntryIsNamed() {
        appendAll(5);
        Forger.in(database, tx -> tx.execute("delete from audit_entry where writer_seq = 2"));

        assertThat(verifier.verify(database).firstBad()).contains("desk-1a2b/2: the entry is missing; the next one present is 3");
    }

    @Test
    void twoWindowsOfOneWriterTakeTurns() {
        AuditLog other = new AuditLog(WRITER, "desk", CLOCK);
        for (int i = 0; i < 20; i++) {
            append(2 * i);
            int number = 2 * i + 1;
            database.transact(tx -> other.append(tx, AuditKind.MODEL_ADDED, Map.of("n", number)));
        }

        assertThat(verifier.verify(database)).isEqualTo(new AuditVerifier.Outcome(40, 1, 0, Optional.empty()));
    }

    @Test
    void manyAtOnceAndOneByOneLoseNothing() {
        IntStream.range(0, 60).parallel().forEach(number -> {
            if (number % 3 > 0) {
                append(number);
            } else {
                database.transact(tx -> log.appendAll(tx, IntStream.range(0, 10)
                        .mapToObj(i -> new AuditLog.Line(AuditKind.MODEL_ADDED, new UUID(number, i), Map.of("n", i))).toList()));
            }
        });

        assertThat(verifier.verify(database)).isEqualTo(new AuditVerifier.Outcome(240, 1, 0, Optional.empty()));
    }

    /** A server marks every sixteenth. */
    @Test
    void aDeletedEndIsNamed() {
        appendAll(20);
        Forger.in(database, tx -> tx.execute("delete from audit_entry where writer_seq >= 14"));

        assertThat(verifier.verify(database).firstBad().orElseThrow()).startsWith("desk-1a2b/14: the entry is missing, and so are all after it up to 1");
    }

    @Test
    void aWriterThatWasTurnedBackIsNamed() {
        appendAll(20);
        Forger.in(database, tx -> tx.execute("update audit_writer set next_seq = 3"));

        assertThat(verifier.verify(database).firstBad()).contains("desk-1a2b/2: is not the entry its writer marked");
    }

    @Test
    void anEndThatWasWrittenAnewIsNamed() {
        appendAll(20);
        Forger.in(database, tx -> tx.execute("delete from audit_entry where writer_seq >= 14"));
        AuditEntry before = database.inTransaction(tx -> AuditEntries.of(tx, WRITER, 13, 14).toList()).getFirst();
        List<AuditEntry> forged = AuditEntry.chained(IntStream.range(0, 10)
                .mapToObj(i -> AuditEntry.open(WRITER, before.at(), "MODEL_ADDED", Optional.empty(), "{\"n\":" + (90 + i) + "}")).toList(), before.end());
        Forger.in(database, tx -> forged.forEach(entry -> AuditLog.bind(tx.createUpdate(AuditLog.INSERT), entry).execute()));

        assertThat(verifier.verify(database).firstBad().orElseThrow()).endsWith(": is not the entry its writer marked");
    }

    @Test
    void aWriterThatWasDeletedIsNamed() {
        appendAll(2);
        Forger.in(database, tx -> tx.execute("delete from audit_writer"));

        assertThat(verifier.verify(database).firstBad()).contains(WRITER + "/1: its writer does not answer for it");
    }

    @Test
    void aRowThatTheLogVouchesForIsCompared() {
        append(0);

        AuditVerifier.Outcome outcome = new AuditVerifier(_ -> Optional.of("row 7: has no line in the log")).verify(database);

        assertThat(outcome.firstBad()).contains("row 7: has no line in the log");
    }

    @Test
    void anExportIsCheckedWithoutADatabase() throws IOException {
        appendAll(5);
        database.transact(tx -> new AuditLog(UUID.randomUUID(), "intake", CLOCK).append(tx, AuditKind.ITEM_ADMITTED, UUID.randomUUID(), Map.of("source", "föld\n")));

        assertThat(verifier.verify(exported())).isEqualTo(new AuditVerifier.Outcome(6, 2, 0, Optional.empty()));
    }

    @Test
    void anyFlippedBitOfAnExportIsFound() throws IOException {
        appendAll(2);
        Path file = exported();
        byte[] sound = Files.readAllBytes(file);

        for (int place = 0; place < sound.length; place++) {
            byte[] changed = sound.clone();
            changed[place] ^= (byte) (1 << place % 8);
            Files.write(file, changed);
            assertThat(verifier.verify(file).firstBad()).as("byte %d of %s", place, new String(changed, StandardCharsets.ISO_8859_1)).isPresent();
        }
    }

    @Test
    void anExportThatIsCutAnywhereIsFound() throws IOException {
        appendAll(2);
        Path file = exported();
        byte[] sound = Files.readAllBytes(file);

        for (int length = 0; length < sound.length; length += 3) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThat(verifier.verify(file).firstBad()).as("cut to %d", length).isPresent();
        }
    }

    private Path exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport.write(database, out);
        return Files.write(folder.resolve("audit.ndjson"), out.toByteArray());
    }

    private void appendAll(int entries) {
        IntStream.range(0, entries).forEach(this::append);
    }

    private AuditEntry append(int number) {
        return database.inTransaction(tx -> log.append(tx, AuditKind.MODEL_ADDED, Map.of("n", number)));
    }
}
