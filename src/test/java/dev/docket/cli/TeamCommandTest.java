package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.TlsPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A team is set up by its commands alone, on a PostgreSQL with certificates of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamCommandTest {
    @TempDir
    private static Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TlsPostgres server;

    @BeforeAll
    void setUpTheTeam() throws Exception {
        server = new TlsPostgres(folder);
        Files.writeString(folder.resolve("boss.password"), TlsPostgres.PASSWORD + "\n");
        Files.createDirectories(folder.resolve("images"));
        assertThat(docket("team", "init", "--name", "Evening desk", "--images", folder.resolve("images").toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("is set up for Evening desk");
        add("I-01", "ingest");
        add("L-01", "lead");
        add("R-02", "reviewer", "--lanes", "*");
        add("A-01", "auditor");
    }

    @AfterAll
    void stopTheServer() throws Exception {
        server.close();
    }

    @Test
    void whatOneBringsInAnotherDecidesAndNobodyElseHolds() throws Exception {
        join("I-01");
        join("L-01");
        join("R-02");
        Path pictures = Path.of(System.getProperty("docket.home", "."), "sample-data");
        assertThat(plain("intake", pictures.toString(), "--profile", profile("I-01").toString())).as(err.toString()).isLessThanOrEqualTo(ExitCode.FOUND);

        try (Desk reviewer = Desk.open(profile("R-02"), Clock.systemUTC()); Desk lead = Desk.open(profile("L-01"), Clock.systemUTC())) {
            List<LeasedTask> mine = claim(reviewer);
            List<LeasedTask> theirs = claim(lead);

            assertThat(mine).isNotEmpty();
            assertThat(theirs).isNotEmpty().doesNotContainAnyElementsOf(mine);
            assertThat(reviewer.blobs.get(reviewer.database.inTransaction(tx -> reviewer.items.find(tx, mine.getFirst().itemId())).orElseThrow().sha256())).as("the picture opens").isPresent();
            assertThat(lead.database.<List<?>>inTransaction(lead.queue::holders)).as("who holds what").hasSizeGreaterThanOrEqualTo(2);
            assertThat(reviewer.caretaker.round().ranked()).isZero();
            assertThat(lead.caretaker.round().freed()).isZero();
        }
    }

    @Test
    void anAuditorBringsNothingInAndVerifiesTheLog() throws Exception {
        join("A-01");

        assertThat(plain("intake", folder.toString(), "--profile", profile("A-01").toString())).isEqualTo(ExitCode.CANNOT_RUN);
        assertThat(err.toString()).contains("A-01 is the login of auditor, which reads and changes nothing");
        assertThat(plain("audit", "verify", "--profile", profile("A-01").toString())).as(err.toString()).isZero();
        assertThat(plain("queue", "--profile", profile("A-01").toString())).as(err.toString()).isZero();
    }

    @Test
    void theLogIsSealedByALoginThatReadsNothingElse() throws Exception {
        add("S-01", "sealer");
        join("S-01");
        join("A-01");
        Path key = folder.resolve("sealer.p12");
        String password = Files.writeString(folder.resolve("sealer.password"), "a long password of the sealer\n").toString();
        assertThat(plain("audit", "key", "--out", key.toString(), "--password-file", password)).as(err.toString()).isZero();
        String open = Files.writeString(folder.resolve("sealer.pub"), out.toString()).toString();
        assertThat(docket("team", "add", "R-55", "--role", "reviewer", "--out", folder.resolve("r55.json").toString())).isZero();

        assertThat(plain("audit", "seal", "--key", key.toString(), "--password-file", password, "--profile", profile("S-01").toString())).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Sealed ");
        assertThat(plain("audit", "verify", "--sealer", open, "--profile", profile("A-01").toString())).as(err + "" + out).isZero();
        assertThat(plain("queue", "--profile", profile("S-01").toString())).isEqualTo(ExitCode.CANNOT_RUN);
    }

    @Test
    void afterARestoreTheOwnerSaysSoInTheLog() throws Exception {
        assertThat(docket("team", "restored", "--from", "nightly 1")).as("no code").isEqualTo(ExitCode.USAGE);
        assertThat(docket("team", "restored", "--from", "nightly-2026-11-21")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("leases were cleared, and the epochs of ", "The audit log ends after ");

        join("A-01");
        assertThat(plain("audit", "verify", "--profile", profile("A-01").toString())).as(err.toString()).isZero();
    }

    @Test
    void aServerThatIsNotTheOneItSaysIsNotTalkedTo() {
        assertThat(run("team", "list", "--db", server.url(), "--user", "boss", "--password-file", passwordFile(), "--ca", server.otherAuthority().toString())).isEqualTo(ExitCode.CANNOT_RUN);
        assertThat(run("team", "list", "--db", server.urlByAnotherName(), "--user", "boss", "--password-file", passwordFile(), "--ca", server.authority().toString())).isEqualTo(ExitCode.CANNOT_RUN);
        assertThat(run("team", "list", "--db", server.urlByAnotherName(), "--user", "boss", "--password-file", passwordFile(), "--ca", server.authority().toString(), "--tls", "verify-ca"))
                .as("asked for, a name is not looked at").isZero();
    }

    @Test
    void aMemberIsNotLetInWithoutTlsOrWithAnotherPassword() throws Exception {
        Path file = Files.writeString(folder.resolve("clear.json"), Files.readString(connection("R-02")).replace("verify-full", "disable"));
        assertThat(plain("team", "join", file.toString(), "--password-file", folder.resolve("R-02.password").toString(), "--profile", profile("clear").toString())).isEqualTo(ExitCode.CANNOT_RUN);

        Path wrong = Files.writeString(folder.resolve("wrong.password"), "not-the-one\n");
        assertThat(plain("team", "join", connection("R-02").toString(), "--password-file", wrong.toString(), "--profile", profile("wrong").toString())).isEqualTo(ExitCode.CANNOT_RUN);
        assertThat(err.toString()).contains("the login or the password is wrong");
    }

    @Test
    void lanesAreGrantedTakenAndListed() {
        add("R-07", "reviewer", "--lanes", "general");

        assertThat(docket("team", "grant", "R-07", "second-opinion", "general@DE")).as(err.toString()).isZero();
        assertThat(docket("team", "list")).isZero();
        assertThat(out.toString()).contains("R-07       reviewer      r_07                 general, general@DE, second-opinion");
        assertThat(docket("team", "revoke", "R-07", "general@DE")).isZero();
        assertThat(docket("team", "revoke", "R-07", "general@DE")).as("not granted any more").isEqualTo(ExitCode.FOUND);
        assertThat(docket("team", "limits", "R-07", "--tasks", "500", "--lease", "43200")).as(err.toString()).isZero();
        assertThat(docket("team", "list", "--json")).isZero();
        assertThat(out.toString()).contains("\"lease_seconds\":43200", "\"tasks\":500");
    }

    @Test
    void whatIsMistypedIsToldAndNothingIsDone() {
        assertThat(docket("team", "grant", "R-02", "no-such-lane")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no lane 'no-such-lane'; there are ");
        assertThat(docket("team", "grant", "R-99", "general")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no member R-99");
        assertThat(docket("team", "limits", "R-02", "--tasks", "5000")).isEqualTo(ExitCode.USAGE);
        assertThat(run("team", "list", "--db", "postgresql://u:p@h/d", "--user", "x", "--password-file", passwordFile())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whoIsSuspendedIsOutAtOnceAndInAgainWhenResumed() throws Exception {
        add("R-08", "reviewer", "--lanes", "*");
        join("R-08");

        assertThat(docket("team", "suspend", "R-08")).as(err.toString()).isZero();
        assertThat(plain("queue", "--profile", profile("R-08").toString())).isEqualTo(ExitCode.CANNOT_RUN);
        assertThat(err.toString()).contains("does not let you in");
        assertThat(docket("team", "resume", "R-08")).isZero();
        try (Desk desk = Desk.open(profile("R-08"), Clock.systemUTC())) {
            assertThat(desk.self.pseudonym()).isEqualTo("R-08");
        }
    }

    @Test
    void settingUpAgainChangesNothing() {
        assertThat(docket("team", "init", "--name", "Evening desk")).as(err.toString()).isZero();
        assertThat(docket("team", "list")).isZero();
        assertThat(out.toString()).contains("L-01       lead ");
    }

    private static List<LeasedTask> claim(Desk desk) {
        return desk.database.inTransaction(tx -> {
            List<LeasedTask> all = new ArrayList<>();
            desk.queue.lanes(tx, desk.self.id()).forEach(lane -> all.addAll(desk.queue.claim(tx, desk.self.id(), lane.id(), 2)));
            return all;
        });
    }

    private void add(String pseudonym, String role, String... more) {
        List<String> words = new ArrayList<>(List.of("team", "add", pseudonym, "--role", role, "--out", connection(pseudonym).toString()));
        words.addAll(List.of(more));
        assertThat(docket(words.toArray(String[]::new))).as(err.toString()).isZero();
        String password = out.toString().lines().reduce((_, last) -> last).orElseThrow().strip();
        try {
            Files.writeString(folder.resolve(pseudonym + ".password"), password + "\n");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void join(String pseudonym) {
        if (!Files.exists(profile(pseudonym))) {
            assertThat(plain("team", "join", connection(pseudonym).toString(), "--password-file", folder.resolve(pseudonym + ".password").toString(), "--profile", profile(pseudonym).toString()))
                    .as(err.toString()).isZero();
            assertThat(out.toString()).contains("You are " + pseudonym, "in Evening desk");
        }
    }

    private static Path connection(String pseudonym) {
        return folder.resolve(pseudonym + ".docket-team.json");
    }

    private static Path profile(String pseudonym) {
        return folder.resolve("profile-" + pseudonym);
    }

    private String passwordFile() {
        return folder.resolve("boss.password").toString();
    }

    private int plain(String... words) {
        return run(words);
    }

    /** With where the team is, and as who. */
    private int docket(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", server.url(), "--user", "boss", "--password-file", passwordFile(), "--ca", server.authority().toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = DocketCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
