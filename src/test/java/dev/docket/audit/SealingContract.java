package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.seal.NoteKey;
import dev.docket.audit.seal.SealerKey;
import dev.docket.audit.seal.SignedNote;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.storage.Forger;
import dev.docket.storage.SealedFile;
import dev.docket.storage.StorageException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a sealed log promises on every database, even against whoever runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SealingContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final UUID ANNA = UUID.fromString("1a2b3c4d-0000-4000-8000-000000000001");
    private static final UUID BEN = UUID.fromString("9a2b3c4d-0000-4000-8000-000000000002");
    private static final char[] PASSWORD = "a long enough one".toCharArray();

    @TempDir
    private Path folder;
    private Database database;
    private SealerKey key;
    private SealerKey foreign;

    abstract Database open();

    @BeforeAll
    void openDatabase(@TempDir Path keys) throws IOException {
        database = open();
        key = SealerKey.make(keys.resolve("key.p12"), "docket-audit", PASSWORD, CLOCK);
        foreign = SealerKey.make(keys.resolve("foreign.p12"), "docket-audit", PASSWORD, CLOCK);
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
    void sealedEntriesAreCoveredAndWhatComesLaterIsNotYet() {
        append(ANNA, 3);
        append(BEN, 2);
        Sealer.Sealed first = seal().orElseThrow();
        append(ANNA, 4);

        assertThat(first.entries()).isEqualTo(5);
        assertThat(first.checkpoint().size()).isEqualTo(5);
        assertThat(verify(Witnesses.NONE)).isEqualTo(new AuditVerifier.Outcome(9, 2, 5, Optional.empty()));

        Sealer.Sealed second = seal().orElseThrow();
        assertThat(second.checkpoint().origin()).isEqualTo(first.checkpoint().origin());
        assertThat(verify(knowing(key.open(), first.note()))).isEqualTo(new AuditVerifier.Outcome(9, 2, 9, Optional.empty()));
        assertThat(seal()).isEmpty();
    }

    @Test
    void aChainThatWasWrittenAnewAsAWholeIsFound() {
        append(ANNA, 3);
        append(BEN, 3);
        seal();
        Forger.in(database, tx -> {
            tx.createUpdate("delete from audit_entry where writer_id = :who").bind("who", BEN).execute();
            tx.createUpdate("delete from audit_writer where writer_id = :who").bind("who", BEN).execute();
        });
        appendOther(BEN, 3);

        assertThat(verify(Witnesses.NONE).firstBad()).contains("checkpoint 1 (6 entries): its root is not that of the entries");
        appendOther(BEN, 1);
        assertThatThrownBy(this::cutTree).isInstanceOf(StorageException.class).hasMessageContaining("is not the one that was signed");
    }

    /** As somebody would who wants the sealer to sign the forged entries. */
    private void cutTree() {
        Forger.in(database, tx -> {
            tx.execute("delete from audit_run");
            tx.execute("update audit_tree set tree_size = 0, subtrees = null");
        });
        seal();
    }

    @Test
    void aLogThatWasPutBackToAnEarlierStateIsFoundByAWitness() {
        append(ANNA, 3);
        SignedNote early = seal().orElseThrow().note();
        append(ANNA, 3);
        SignedNote late = seal().orElseThrow().note();
        Forger.in(database, tx -> {
            tx.execute("delete from audit_entry where writer_seq >= 3");
            tx.execute("update audit_writer set next_seq = 3, head_hash = (select leaf_hash from audit_entry where writer_seq = 2)");
            tx.execute("delete from audit_run where first_leaf >= 3");
            tx.execute("delete from audit_checkpoint where tree_size > 3");
        });

        assertThat(verify(Witnesses.NONE).firstBad()).isEmpty();
        assertThat(verify(knowing(key.open(), early)).firstBad()).isEmpty();
        assertThat(verify(knowing(key.open(), late)).firstBad()).contains("late.checkpoint: the log had 6 sealed entries when this note was signed and has 3 now: it was cut, or put back to an earlier state");
    }

    @Test
    void anotherLogInItsPlaceIsFoundByAWitnessAndByItsKey() {
        append(ANNA, 3);
        SignedNote kept = seal().orElseThrow().note();
        EmptyTables.in(database);
        appendOther(ANNA, 3);
        new Sealer(foreign).seal(database);

        assertThat(verify(Witnesses.NONE).firstBad()).isEmpty();
        assertThat(verify(new Witnesses(List.of(key.open()), Map.of())).firstBad()).contains("checkpoint 1 (3 entries): is not signed by docket-audit");
        assertThat(verify(new Witnesses(List.of(), Map.of("late.checkpoint", kept))).firstBad().orElseThrow()).contains("another log was put in its place");
    }

    @Test
    void whatDoesNotFollowIsNotSealed() {
        append(ANNA, 3);
        Forger.in(database, tx -> tx.execute("update audit_entry set body_json = '{\"n\":7}' where writer_seq = 1"));

        assertThatThrownBy(this::seal).isInstanceOf(StorageException.class).hasMessageContaining("desk-1a2b/1 is missing, changed, or does not follow");
        assertThat(database.<Integer>inTransaction(tx -> tx.createQuery("select count(*) from audit_checkpoint").mapTo(Integer.class).one())).isZero();
    }

    @Test
    void aTreeThatSomebodyElseSignedIsNotGoneOnWith() {
        append(ANNA, 3);
        new Sealer(foreign).seal(database);
        append(ANNA, 1);

        assertThatThrownBy(this::seal).isInstanceOf(StorageException.class).hasMessageContaining("the note on 3 entries is not signed by docket-audit");
        assertThat(new Sealer(key, new Witnesses(List.of(foreign.open()), Map.of())).seal(database)).isPresent();
        assertThat(verify(new Witnesses(List.of(key.open(), foreign.open()), Map.of())).firstBad()).isEmpty();
    }

    @Test
    void anExportCarriesTheSealsAndAnyFlippedBitOrCutOfItIsFound() throws IOException {
        append(ANNA, 2);
        seal();
        append(BEN, 1);
        SignedNote last = seal().orElseThrow().note();
        Path file = exported();
        byte[] sound = Files.readAllBytes(file);
        AuditVerifier verifier = new AuditVerifier(knowing(key.open(), last));

        assertThat(verifier.verify(file)).isEqualTo(new AuditVerifier.Outcome(3, 2, 3, Optional.empty()));
        for (int place = 0; place < sound.length; place++) {
            byte[] changed = sound.clone();
            changed[place] ^= (byte) (1 << place % 8);
            Files.write(file, changed);
            assertThat(new AuditVerifier().verify(file).firstBad()).as("byte %d of %s", place, new String(changed, StandardCharsets.ISO_8859_1)).isPresent();
        }
        for (int length = 0; length < sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThat(new AuditVerifier().verify(file).firstBad()).as("cut to %d", length).isPresent();
        }
    }

    @Test
    void whoSawACheckpointNoticesWhenItIsGone() throws IOException {
        Path memory = folder.resolve("checkpoint");
        Files.deleteIfExists(memory);
        LastSeen seen = new LastSeen(new SealedFile(memory, new byte[32], "last checkpoint"));
        assertThat(seen.check(database)).as("nothing is sealed yet").isEmpty();
        append(ANNA, 3);
        seal();
        assertThat(seen.check(database)).isEmpty();
        append(ANNA, 2);
        seal();
        assertThat(seen.check(database)).as("it has grown").isEmpty();

        Forger.in(database, tx -> tx.execute("delete from audit_checkpoint where tree_size > 3"));
        assertThat(seen.check(database)).hasValueSatisfying(fault -> assertThat(fault).contains("a checkpoint on 5 entries, and the largest there is on 3"));
        EmptyTables.in(database);
        appendOther(ANNA, 7);
        seal();
        assertThat(seen.check(database)).hasValueSatisfying(fault -> assertThat(fault).contains("a checkpoint on 5 entries, which is not there any more"));
        assertThat(seen.check(database)).as("and it is not forgotten").isPresent();
    }

    @Test
    void aRunThatClaimsMoreThanThereIsIsAFaultOfTheExport() throws IOException {
        append(ANNA, 1);
        seal();
        append(ANNA, 1);
        seal();
        Path file = exported();
        Files.writeString(file, Files.readString(file).replace("\"entries\":1,\"firstLeaf\":1,", "\"entries\":9007199254740991,\"firstLeaf\":1,"));

        assertThat(new AuditVerifier().verify(file)).satisfies(outcome -> {
            assertThat(outcome.firstBad().orElseThrow()).contains("checkpoint 2 (2 entries): sealed entries").contains("line 5");
            assertThat(outcome.sealed()).isEqualTo(1);
        });
    }

    @Test
    void aSealerThatKnowsAnEarlierNoteSignsNoOtherLog() {
        append(ANNA, 3);
        SignedNote early = seal().orElseThrow().note();
        append(ANNA, 1);
        assertThat(new Sealer(key, knowing(key.open(), early)).seal(database)).isPresent();
        EmptyTables.in(database);
        appendOther(ANNA, 5);

        assertThatThrownBy(() -> new Sealer(key, knowing(key.open(), early)).seal(database)).isInstanceOf(StorageException.class).hasMessageContaining("it was cut, or put back");
        assertThat(seal()).as("without it nothing tells that there was another").isPresent();
    }

    @Test
    void anExportOfAnEarlierVersionIsStillVerified() throws IOException {
        append(ANNA, 1);
        Path file = exported();
        String entry = Files.readAllLines(file).get(1);
        String head = entry.replaceFirst(".*\"leaf\":\"([0-9a-f]{64})\".*", "$1");
        String writers = "[{\"entries\":1,\"head\":\"" + head + "\",\"name\":\"desk\",\"writer\":\"" + ANNA + "\"}]";
        String sha256 = ContentHash.of(writers.getBytes(StandardCharsets.UTF_8)).hex();
        Files.writeString(file, "{\"format\":\"docket-audit-1\",\"sha256\":\"" + sha256 + "\",\"writers\":" + writers + "}\n" + entry + "\n");

        assertThat(new AuditVerifier().verify(file)).isEqualTo(new AuditVerifier.Outcome(1, 1, 0, Optional.empty()));
    }

    private Optional<Sealer.Sealed> seal() {
        return new Sealer(key).seal(database);
    }

    private AuditVerifier.Outcome verify(Witnesses witnesses) {
        return new AuditVerifier(witnesses).verify(database);
    }

    private static Witnesses knowing(NoteKey sealer, SignedNote note) {
        return new Witnesses(List.of(sealer), Map.of("late.checkpoint", note));
    }

    private Path exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport.write(database, out);
        return Files.write(folder.resolve("audit.ndjson"), out.toByteArray());
    }

    private void append(UUID writer, int entries) {
        append(writer, entries, "n");
    }

    private void appendOther(UUID writer, int entries) {
        append(writer, entries, "m");
    }

    private void append(UUID writer, int entries, String field) {
        AuditLog log = new AuditLog(writer, "desk", CLOCK);
        for (int i = 0; i < entries; i++) {
            int number = i;
            database.transact(tx -> log.append(tx, AuditKind.MODEL_ADDED, Map.of(field, number)));
        }
    }
}
