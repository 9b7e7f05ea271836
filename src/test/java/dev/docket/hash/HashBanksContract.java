package dev.docket.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditExport;
import dev.docket.audit.AuditLog;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What hash banks promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HashBanksContract {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final byte[] FILE = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final PerceptualHash PDQ = PerceptualHash.fromHex("f8f8f0cee0f4a84f0637022a078f67f0b36e2ed596621e1d33e6339c4e9c9b22", 80);

    private final Random random = new Random(4);
    private Database database;
    private Instant now;
    private HashBanks banks;
    private BankShelf shelf;

    @TempDir
    private Path folder;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void emptyDatabase() {
        EmptyTables.in(database);
        now = START;
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        banks = new HashBanks(database, clock);
        shelf = new BankShelf(database, new AuditLog(new UUID(1, 1), "desk", clock), banks, clock);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void aPictureIsKnownByEitherHash() throws IOException {
        add("alike", "pdq " + Hashes.turned(PDQ, 31, random).hex());
        add("files", "sha256 " + ContentHash.of(FILE).hex());
        add("old", "md5 " + md5(FILE));

        assertThat(banks.matches(FILE, PDQ)).containsExactly(
                new Match("files", HashKind.SHA256, 0, "ncii"), new Match("old", HashKind.MD5, 0, "ncii"), new Match("alike", HashKind.PDQ, 31, "ncii"));
        assertThat(banks.matches("another".getBytes(StandardCharsets.UTF_8), Hashes.turned(PDQ, 90, random))).isEmpty();
    }

    @Test
    void whatLiesFartherOrHasTooLittleStructureIsNoMatch() throws IOException {
        add("alike", "pdq " + Hashes.turned(PDQ, 32, random).hex(), "pdq " + PDQ.hex() + " 49");
        assertThat(banks.matches(FILE, PDQ)).isEmpty();

        add("alike", "pdq " + PDQ.hex());
        assertThat(banks.matches(FILE, PDQ)).hasSize(1);
        assertThat(banks.matches(FILE, new PerceptualHash(PDQ.w0(), PDQ.w1(), PDQ.w2(), PDQ.w3(), 49))).isEmpty();
    }

    @Test
    void ofManyEntriesOfABankAndLabelTheNearestIsTold() throws IOException {
        add("a", "pdq " + Hashes.turned(PDQ, 20, random).hex(), "pdq " + Hashes.turned(PDQ, 3, random).hex(), "sha256 " + ContentHash.of(FILE).hex());
        write("b.csv", "type,hash,label", "pdq," + Hashes.turned(PDQ, 9, random).hex() + ",spam_scam", "pdq," + Hashes.turned(PDQ, 5, random).hex() + ",spam_scam",
                "pdq," + Hashes.turned(PDQ, 7, random).hex() + ",");
        shelf.add("b", folder.resolve("b.csv"), BankDefaults.NONE, Progress.NONE);

        assertThat(banks.matches(FILE, PDQ)).containsExactly(new Match("a", HashKind.SHA256, 0, "ncii"),
                new Match("b", HashKind.PDQ, 5, "spam_scam"), new Match("b", HashKind.PDQ, 7, ""));
    }

    @Test
    void anEntryEndsByTheClock() throws IOException {
        write("list", "hash,type,expires", ContentHash.of(FILE).hex() + ",sha256,2026-11-22", md5(FILE) + ",md5,2026-12-01T00:00:00Z");
        shelf.add("short", folder.resolve("list"), new BankDefaults(Optional.empty(), "ncii", Optional.empty()), Progress.NONE);
        assertThat(banks.matches(FILE, PDQ)).extracting(Match::by).containsExactly(HashKind.SHA256);

        now = Instant.parse("2026-11-21T23:59:59.999Z");
        assertThat(banks.matches(FILE, PDQ)).extracting(Match::by).containsExactly(HashKind.SHA256);
        now = Instant.parse("2026-11-22T00:00:00Z");
        assertThat(banks.matches(FILE, PDQ)).extracting(Match::by).containsExactly(HashKind.MD5);
        assertThat(banks.all()).extracting(Bank::expired).containsExactly(1L);
        now = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(banks.matches(FILE, PDQ)).isEmpty();
    }

    @Test
    void addingAgainTakesTheNewTermsAndWhatIsTakenBackLeaves() throws IOException {
        String other = "pdq " + Hashes.turned(PDQ, 200, random).hex();
        assertThat(add("list", "pdq " + PDQ.hex(), other, "pdq " + PDQ.hex())).isEqualTo(new BankShelf.Outcome(2, 1, 0, 0, 0, List.of()));

        write("next", "type,hash,label,status", "pdq," + PDQ.hex() + ",spam_scam,", "pdq," + other.substring(4) + ",,Deleted", "pdq," + other.substring(4) + ",,Deleted");
        BankShelf.Outcome outcome = shelf.add("list", folder.resolve("next"), BankDefaults.NONE, Progress.NONE);

        assertThat(outcome).isEqualTo(new BankShelf.Outcome(0, 1, 1, 0, 0, List.of()));
        assertThat(banks.matches(FILE, PDQ)).containsExactly(new Match("list", HashKind.PDQ, 0, "spam_scam"));
        assertThat(banks.all()).containsExactly(new Bank("list", START, Map.of(HashKind.PDQ, 1L), Map.of("spam_scam", 1L), 0));
    }

    @Test
    void aRemovedBankMatchesNoMore() throws IOException {
        add("one", "pdq " + PDQ.hex());
        add("two", "pdq " + PDQ.hex());

        assertThat(shelf.remove("one")).hasValue(1);

        assertThat(banks.matches(FILE, PDQ)).extracting(Match::bank).containsExactly("two");
        assertThat(shelf.remove("one")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aBankIsThereForWhoeverOpensTheDeskNext() throws IOException {
        add("kept", "pdq " + PDQ.hex());

        assertThat(new HashBanks(database, Clock.fixed(START, ZoneOffset.UTC)).matches(FILE, PDQ)).hasSize(1);
    }

    @Test
    void faultyLinesAreRefusedByNumberAndTheRestIsTaken() throws IOException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.write(("\uFEFFpdq " + PDQ.hex() + "\r\n").getBytes(StandardCharsets.UTF_8));
        list.write(new byte[] {'p', 'd', 'q', ' ', (byte) 0xC3, (byte) 0x28, '\n', 0, 0, '\n'});
        list.write("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        list.write(("\npdq 12\n\nmd5 " + md5(FILE)).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("bad.txt"), list.toByteArray());

        BankShelf.Outcome outcome = shelf.add("bad", folder.resolve("bad.txt"), BankDefaults.NONE, Progress.NONE);

        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.refusals()).containsExactly(
                "bad.txt:2: is not UTF-8 text",
                "bad.txt:3: is no hash: write 'pdq', 'sha256' or 'md5' and its hex digits",
                "bad.txt:4: is longer than 16384 bytes",
                "bad.txt:5: is no hash: write 'pdq', 'sha256' or 'md5' and its hex digits");
        assertThat(outcome.refused()).isEqualTo(4);
    }

    @Test
    void aListOfMoreLabelsThanAnyPolicyHasIsRefusedInPart() throws IOException {
        StringBuilder csv = new StringBuilder("type,hash,label\n");
        for (int i = 0; i < 510; i++) {
            csv.append("pdq,").append(Hashes.uniform(random).get().hex()).append(",label ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("labels.csv"), csv);

        BankShelf.Outcome outcome = shelf.add("labels", folder.resolve("labels.csv"), BankDefaults.NONE, Progress.NONE);

        assertThat(outcome.added()).isEqualTo(500);
        assertThat(outcome.refusals()).hasSize(10).first().asString().startsWith("labels.csv:502: label: the bank has 500 labels");
    }

    @Test
    void aFileThatIsNoListMakesNoBank() throws IOException {
        byte[] noise = new byte[300_000];
        random.nextBytes(noise);
        Files.write(folder.resolve("noise"), noise);

        BankShelf.Outcome outcome = shelf.add("noise", folder.resolve("noise"), BankDefaults.NONE, Progress.NONE);

        assertThat(outcome.refused()).isGreaterThan(1000);
        assertThat(outcome.refusals()).hasSize(1000);
        assertThat(banks.all()).isEmpty();
    }

    @Test
    void whatIsStoppedChangesNothing() throws IOException {
        add("list", "pdq " + PDQ.hex());
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            many.append("pdq ").append(Hashes.uniform(random).get().hex()).append('\n');
        }
        Files.writeString(folder.resolve("many"), many);
        Progress stopped = new Progress() {
            private int told;

            @Override
            public void at(long done, long total, String what) {
                told++;
            }

            @Override
            public boolean cancelled() {
                return told == 2;
            }
        };

        assertThatThrownBy(() -> shelf.add("list", folder.resolve("many"), BankDefaults.NONE, stopped)).isInstanceOf(StoppedException.class);

        assertThat(banks.all()).extracting(Bank::entries).containsExactly(1L);
        assertThat(banks.matches(FILE, PDQ)).hasSize(1);
    }

    @Test
    void theLogSaysWhatWasDoneAndNoHash() throws IOException {
        add("list", "pdq " + PDQ.hex());
        shelf.remove("list");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport.write(database, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"kind\":\"BANK_ADDED\"", "\"added\":1", "\"kind\":\"BANK_REMOVED\"", "\"entries\":1")
                .doesNotContain(PDQ.hex());
    }

    private BankShelf.Outcome add(String bank, String... lines) throws IOException {
        write("list", lines);
        return shelf.add(bank, folder.resolve("list"), new BankDefaults(Optional.empty(), "ncii", Optional.empty()), Progress.NONE);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private static String md5(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(file));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
