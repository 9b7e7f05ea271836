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

/** {@code docket export} on a desk with four decided items. */
class ExportCommandTest {
    @TempDir
    private static Path profile;
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void decideFour() throws Exception {
        DecidedDesk.make(profile, IntStream.range(0, 4).mapToObj(n -> new byte[] {1, 2, 3, (byte) n}).toList());
    }

    @Test
    void aSetIsPreviewedWrittenAndFoundSound() {
        Path set = folder.resolve("set");

        assertThat(run("export", "--out", set.toString(), "--profile", profile.toString())).isZero();
        assertThat(out.toString()).startsWith("4 items, 4 votes match (everything decided)").contains("docket export verify " + set);

        assertThat(run("export", "verify", set.toString(), "--json")).isZero();
        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/sound").asBoolean()).isTrue();
        assertThat(told.at("/rows").asInt()).isEqualTo(4);
    }

    @Test
    void aChangedSetAndAnotherKeyAreFindings() throws Exception {
        Path set = folder.resolve("set");
        run("export", "--out", set.toString(), "--format", "jsonl", "--json", "--profile", profile.toString());
        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/counts/rows").asInt()).isEqualTo(4);
        assertThat(run("export", "verify", set.toString(), "--key", told.at("/key_id").asString())).isZero();

        assertThat(run("export", "verify", set.toString(), "--key", "0123")).isEqualTo(1);
        assertThat(out.toString()).contains("not 0123");
        Files.writeString(set.resolve("data.jsonl"), "{}");
        assertThat(run("export", "verify", set.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("data.jsonl has 2 bytes");
    }

    @Test
    void nothingToExportSaysWhyAndExitsWithOne() {
        assertThat(run("export", "--out", folder.resolve("set").toString(), "--where", "decided<2026-01-01", "--profile", profile.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("Nothing is left after: decided<=2025-12-31", "Nothing was written.");
        assertThat(folder.resolve("set")).doesNotExist();
    }

    @Test
    void whatCannotBeDoneAsAskedExitsWithTwo() throws Exception {
        Files.writeString(folder.resolve("mine"), "mine");
        assertThat(run("export", "--out", folder.toString(), "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(folder + " is not empty");
        assertThat(run("export", "--out", folder.resolve("set").toString(), "--where", "labl=x", "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("No field 'labl'; the fields are lane, label, decided, pack, source, uploader, gold");
        assertThat(run("export", "verify", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("export")).isEqualTo(2);
        assertThat(err.toString()).contains("--out DIR");
    }

    @Test
    void versionsAndDeltasSayWhatChanged() throws Exception {
        String at = "--profile";
        assertThat(run("export", "--out", folder.resolve("one").toString(), "--name", "flags", "--format", "jsonl", at, profile.toString())).isZero();
        assertThat(out.toString()).contains("to be written as flags@1", "flags@1: manifest ");
        assertThat(run("export", "--out", folder.resolve("two").toString(), "--name", "flags", "--format", "jsonl", at, profile.toString())).isZero();
        assertThat(out.toString()).contains("since flags@1: nothing changed");
        assertThat(run("export", "versions", "flags", at, profile.toString())).isZero();
        assertThat(out.toString()).contains("flags@1  ", "flags@2  ", folder.resolve("two").toString());
        assertThat(run("export", "versions", "flags@1", "flags@2", at, profile.toString())).isZero();
        assertThat(out.toString()).contains("nothing changed");

        for (String since : new String[] {"flags@1", folder.resolve("one").toString(), folder.resolve("one/manifest.json").toString()}) {
            assertThat(run("export", "--out", folder.resolve("delta").toString(), "--since", since, at, profile.toString())).isZero();
            assertThat(out.toString()).contains("Nothing changed; nothing was written.");
        }
        assertThat(run("export", "--out", folder.resolve("delta").toString(), "--since", folder.toString(), at, profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("neither a decision set nor its manifest.json");
        assertThat(run("export", "--out", folder.resolve("delta").toString(), "--since", "flags@9", at, profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no flags@9");
    }

    @Test
    void aDeskOfOnePersonSaysThatNobodyElseCouldSign() {
        assertThat(run("export", "--needs-approval", "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Nobody else could sign: this desk has one lead.");
    }

    @Test
    void whatIsWrittenByItselfIsWrittenOnceItChanged() {
        String sets = folder.resolve("sets").toString();
        assertThat(run("export", "schedule", "--name", "daily", "--rule", "soft", "--to", sets, "--profile", profile.toString())).isZero();
        assertThat(run("export", "schedule", "--run", "--profile", profile.toString())).isZero();
        assertThat(out.toString()).contains(folder.resolve("sets/daily-1").toString());
        assertThat(run("export", "verify", folder.resolve("sets/daily-1").toString())).isZero();
        assertThat(run("export", "schedule", "--run", "--profile", profile.toString())).isZero();
        assertThat(out.toString()).contains("nothing changed");
        assertThat(folder.resolve("sets/daily-2")).doesNotExist();
        assertThat(run("export", "schedule", "--stop", "daily", "--profile", profile.toString())).isZero();
        assertThat(out.toString()).contains("Nothing is written by itself yet");
        assertThat(run("export", "schedule", "--to", sets, "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--name: a set that is written by itself has a name");
    }

    @Test
    void aRuleThatThereIsNotIsToldFromThoseThereAre() {
        assertThat(run("export", "--out", folder.resolve("set").toString(), "--rule", "best", "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--rule: no rule 'best'; there are majority, single, adjudicated, dawid-skene, soft");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
