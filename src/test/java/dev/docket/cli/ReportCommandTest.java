package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code docket report} on a desk with four decided items. */
class ReportCommandTest {
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
    void aPageIsWrittenOnce() throws Exception {
        Path page = folder.resolve("november.html");

        assertThat(run("2026-11-01", "2026-11-30", page)).as(err.toString()).isZero();

        assertThat(out.toString()).isEqualTo("Written to " + page + ": 4 images taken in, 4 decisions." + System.lineSeparator());
        assertThat(Files.readString(page)).contains("2026-11-01 to 2026-11-30", "forensic-starter@");
        assertThat(run("2026-11-01", "2026-11-30", page)).isEqualTo(2);
        assertThat(err.toString()).contains("exists already");
    }

    @Test
    void thePageSpeaksGermanWhenAsked() throws Exception {
        Path page = folder.resolve("november-de.html");

        assertThat(run("2026-11-01", "2026-11-30", page, "--language", "de")).as(err.toString()).isZero();

        assertThat(Files.readString(page)).contains("<html lang=de>", "Aufgenommene Bilder");
        assertThat(run("2026-11-01", "2026-11-30", folder.resolve("x.html"), "--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("--language: en or de, not 'fr'");
    }

    @Test
    void aPeriodThatIsNoneExitsWithTwo() {
        assertThat(run("2026-11-30", "2026-11-01", folder.resolve("x.html"))).isEqualTo(2);
        assertThat(err.toString()).contains("the last day, 2026-11-01, is before the first");
        assertThat(run("soon", "2026-11-01", folder.resolve("x.html"))).isEqualTo(2);
        assertThat(run("2026-11-01", "2026-11-30", folder.resolve("nowhere").resolve("x.html"))).isEqualTo(3);
        assertThat(folder.resolve("x.html")).doesNotExist();
    }

    private int run(String from, String to, Path page, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> words = new ArrayList<>(List.of("report", "--from", from, "--to", to, "--out", page.toString(), "--profile", profile.toString()));
        words.addAll(List.of(more));
        return command.execute(words.toArray(String[]::new));
    }
}
