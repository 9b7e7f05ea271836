package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.CanonicalJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code docket dsa} on a desk with four restricted items. */
class DsaCommandTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private static Path profile;

    @BeforeAll
    static void decideFour() throws Exception {
        DecidedDesk.make(profile, IntStream.range(0, 4).mapToObj(n -> new byte[] {1, 2, 3, (byte) n}).toList());
    }

    @Test
    void statementsAreWrittenOnceAndCheckOut() throws Exception {
        Path first = folder.resolve("first");

        assertThat(run("dsa", "export", "--out", first.toString(), "--all", "--profile", profile.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Written to " + first + ": 4 statements in 1 file,");
        assertThat(run("dsa", "check", first.resolve("statements-0001.json").toString())).isZero();
        assertThat(out.toString()).contains("fine, 4 statements");

        assertThat(run("dsa", "export", "--out", folder.resolve("second").toString(), "--all", "--json", "--profile", profile.toString())).isZero();
        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.get("written").asBoolean()).isFalse();
        assertThat(told.at("/none/written").asInt()).isEqualTo(4);
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void aFaultyFileIsNamedByStatementAndField() throws Exception {
        Path file = folder.resolve("faulty.json");
        Files.writeString(file, "{\"statements\":[{\"puid\":\"a b\"}]}");

        assertThat(run("dsa", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(file + ": statement_0: puid: 'a b' is not of the form", "statement_0: category: is missing");
        assertThat(run("dsa", "check", file.toString(), "--json")).isEqualTo(1);
        assertThat(CanonicalJson.MAPPER.readTree(out.toString()).at("/errors/statement_0/category/0").asString()).isEqualTo("is missing");
        Files.writeString(file, "nonsense");
        assertThat(run("dsa", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("(body): is not JSON: line 1");
    }

    @Test
    void whatCannotBeDoneAsAskedExitsWithTwo() {
        String out = folder.resolve("set").toString();
        assertThat(run("dsa", "export", "--out", out, "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--since", "--all");
        assertThat(run("dsa", "export", "--out", out, "--since", "soon", "--profile", profile.toString())).isEqualTo(2);
        assertThat(run("dsa", "export", "--out", out, "--since", "2099-01-01", "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("not between 2020-01-01 and today");
        assertThat(run("dsa", "export", "--out", profile.toString(), "--all", "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not empty");
        assertThat(run("dsa", "check", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("dsa")).isEqualTo(2);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
