package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.SampleItems;
import dev.docket.queue.Look;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.SamplePolicy;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.Profile;
import dev.docket.team.Team;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code docket queue} and {@code docket audit} on a desk with three items, one of them held. */
class LookingCommandsTest {
    @TempDir
    private Path folder;
    private Path desk;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeADesk() {
        desk = folder.resolve("desk");
        AuditLog audit = new AuditLog(UUID.randomUUID(), "desk", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        onTheDesk(tx -> {
            ReviewQueue queue = new ReviewQueue();
            SamplePolicy.open(tx, queue);
            for (int n = 0; n < 3; n++) {
                queue.enqueue(tx, SampleItems.add(tx, n), SamplePolicy.review("spam", n));
                audit.append(tx, AuditKind.MODEL_ADDED, Map.of("n", n));
            }
            queue.claim(tx, new Team().self(tx).id(), queue.lanes(tx).getFirst().id(), 1);
        });
    }

    @Test
    void theQueueIsToldByLane() {
        assertThat(run("queue")).isZero();

        assertThat(out.toString().lines().map(String::strip).toList()).satisfies(lines -> {
            assertThat(lines.get(1)).matches("Spam +S1 +2 +1 +\\d+ s");
            assertThat(lines.get(5)).matches("All +2 +1");
            assertThat(lines.get(6)).matches("L-01 holds 1 of spam until \\d{4}-.*Z");
        });
    }

    @Test
    void theQueueIsToldAsJson() {
        assertThat(run("queue", "--json")).isZero();

        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/waiting").asInt()).isEqualTo(2);
        assertThat(told.at("/leased").asInt()).isEqualTo(1);
        assertThat(told.at("/lanes/0/lane").asString()).isEqualTo("spam");
        assertThat(told.at("/lanes/0/oldest_seconds").isNumber()).isTrue();
        assertThat(told.at("/lanes/1/oldest_seconds").isNull()).isTrue();
        assertThat(told.at("/holders/0/reviewer").asString()).isEqualTo("L-01");
    }

    @Test
    void whatNobodyHereMayTakeIsTold() {
        onTheDesk(tx -> new ReviewQueue().file(tx, SampleItems.add(tx, 0), Look.second(UUID.randomUUID(), List.of(new Team().self(tx).id()), Duration.ofHours(1))));

        assertThat(run("queue")).isZero();
        assertThat(out.toString()).contains("1 of Second opinion stranded: everybody at this desk has judged the item before; somebody else has to look.");
        assertThat(run("queue", "--json")).isZero();
        assertThat(out.toString()).contains("\"stranded\":1");
    }

    @Test
    void aSoundLogIsVerifiedOnTheDeskAndAsAFile() {
        assertThat(run("audit", "verify")).isZero();
        assertThat(out.toString()).startsWith("Sound: 3 entries of 1 writers");

        String file = folder.resolve("audit.ndjson").toString();
        assertThat(run("audit", "export", "--out", file)).isZero();
        assertThat(run("audit", "verify", file)).isZero();
        assertThat(run("audit", "export", "--out", file)).as("not overwritten").isEqualTo(2);
        assertThat(err.toString()).contains(file + " exists already");
    }

    @Test
    void aBrokenLogIsToldWithExitCodeOne() {
        onTheDesk(tx -> tx.execute("update audit_entry set body_json = '{\"n\":9}' where writer_seq = 1"));

        assertThat(run("audit", "verify", "--json")).isEqualTo(1);

        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/sound").asBoolean()).isFalse();
        assertThat(told.at("/first_bad").asString()).matches("desk-[0-9a-f]{4}/1: body does not match its leaf hash");
    }

    @Test
    void aLogIsSealedAndProvedByWhatWasKeptElsewhere() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "twelve letters\n");
        Path key = folder.resolve("sealer.p12");
        Path witness = folder.resolve("elsewhere");
        assertThat(execute(List.of("audit", "key", "--out", key.toString(), "--name", "berlin", "--password-file", password.toString()))).as(err.toString()).isZero();
        String open = out.toString().strip();
        String[] seal = {"audit", "seal", "--key", key.toString(), "--password-file", password.toString(), "--witness", witness.toString()};

        assertThat(run(seal)).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Sealed 3 entries; 3 in all.").contains("\u2014 berlin ");
        assertThat(run(seal)).isZero();
        assertThat(out.toString()).startsWith("Nothing was appended since the last time.");

        assertThat(run("audit", "verify", "--sealer", open, "--witness", witness.toString())).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("Sound: 3 entries of 1 writers follow from one another, 3 of them sealed by berlin.");
        onTheDesk(tx -> tx.execute("delete from audit_checkpoint"));
        assertThat(run("audit", "verify", "--sealer", open, "--witness", witness.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Broken: ").contains("3.checkpoint: the log had 3 sealed entries");
    }

    @Test
    void aKeyOrACheckpointThatIsNoneIsToldWithExitCodeTwo() throws Exception {
        Path text = Files.writeString(folder.resolve("short"), "short\n");
        Path key = folder.resolve("sealer.p12");
        assertThat(execute(List.of("audit", "key", "--out", key.toString(), "--password-file", text.toString()))).isEqualTo(2);
        assertThat(err.toString()).contains("at least 12 characters");
        assertThat(key).doesNotExist();
        assertThat(execute(List.of("audit", "key", "--out", text.toString(), "--password-file", text.toString()))).isEqualTo(2);
        assertThat(execute(List.of("audit", "key", "--out", key.toString(), "--password-file", key.toString()))).isEqualTo(2);
        assertThat(run("audit", "verify", "--sealer", "no+such+key")).isEqualTo(2);
        assertThat(run("audit", "verify", "--witness", text.toString())).isEqualTo(2);
        assertThat(run("audit", "verify", "--witness", folder.toString())).isEqualTo(2);
        assertThat(run("audit", "seal", "--key", folder.resolve("none.p12").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("The key no+such+key").contains("It is not a signed note").contains("holds no file that ends in .checkpoint").contains("Make a key with docket audit key");
    }

    @Test
    void aFileThatIsNoLogIsToldWithExitCodeOne() throws Exception {
        Path file = Files.writeString(folder.resolve("other.txt"), "hello\n");

        assertThat(run("audit", "verify", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Broken: line 1: is not the list of writers");
    }

    @Test
    void whatCannotBeDoneIsToldWithExitCodeTwo() {
        for (List<String> wrong : List.of(
                List.of("audit", "verify", folder.resolve("missing.ndjson").toString()),
                List.of("audit"),
                List.of("queue", "--profile", folder.resolve("nothing").toString()))) {
            assertThat(execute(wrong)).as("%s", wrong).isEqualTo(2);
        }
        assertThat(err.toString()).contains("missing.ndjson cannot be read").contains("verify, export, seal").contains("There is no desk in");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void aDeskThatIsInUseIsToldWithExitCodeThree() {
        try (Profile _ = Profile.open(desk)) {
            assertThat(run("queue")).isEqualTo(3);
        }
        assertThat(err.toString()).contains("is open in another Docket (process");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--profile", desk.toString()));
        return execute(all);
    }

    private int execute(List<String> arguments) {
        out.getBuffer().setLength(0);
        return DocketCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private void onTheDesk(Database.Step step) {
        try (Profile profile = Profile.open(desk); Database database = Database.openEmbedded(profile.folder().resolve("database"), profile.key())) {
            database.transact(step);
        }
    }
}
