package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** docs/metrics.md against the command. */
class MetricsDocTest {
    private static final Pattern FIGURE = Pattern.compile("`([a-z0-9_]+) (-?[0-9.]+)`");

    @TempDir
    Path folder;

    @Test
    void theOptionsDocumentedAreTheOptionsThereAre() throws IOException {
        String doc = Files.readString(Path.of("docs/metrics.md"));
        DocketCommand.commandLine().getSubcommands().get("metrics").getSubcommands().forEach((name, command) -> {
            if (name.equals("help")) {
                return;
            }
            String section = doc.substring(doc.indexOf("\n## " + name + "\n"), doc.indexOf("\n## ", doc.indexOf("\n## " + name + "\n") + 4) < 0
                    ? doc.length() : doc.indexOf("\n## ", doc.indexOf("\n## " + name + "\n") + 4));
            SortedSet<String> documented = new TreeSet<>();
            section.lines().filter(line -> line.startsWith("| `--")).forEach(line ->
                    Pattern.compile("`(--[a-z-]+)`").matcher(line.substring(0, line.indexOf('|', 1))).results().forEach(option -> documented.add(option.group(1))));
            SortedSet<String> there = new TreeSet<>(command.getCommandSpec().optionsMap().keySet());
            there.removeIf(option -> !option.startsWith("--"));
            there.removeAll(java.util.List.of("--json", "--in", "--help", "--version"));
            assertThat(documented).as(name).isEqualTo(there);
        });
    }

    @Test
    void theWorkedExampleComesOutAsPrinted() throws IOException {
        String doc = Files.readString(Path.of("docs/metrics.md"));
        String votes = doc.substring(doc.indexOf("```csv\n") + 7, doc.indexOf("```", doc.indexOf("```csv\n") + 7));
        String example = doc.substring(doc.indexOf("## A worked example"), doc.indexOf("## agreement"));
        StringWriter out = new StringWriter();
        CommandLine docket = DocketCommand.commandLine().setOut(new PrintWriter(out, true));

        assertThat(docket.execute("metrics", "agreement", Files.writeString(folder.resolve("votes.csv"), votes).toString())).isZero();
        assertThat(docket.execute("metrics", "interval", "--successes", "3", "--trials", "4")).isZero();

        assertThat(FIGURE.matcher(example).results().count()).isEqualTo(5);
        for (MatchResult figure : FIGURE.matcher(example).results().toList()) {
            assertThat(out.toString()).containsPattern(figure.group(1) + " +" + figure.group(2));
        }
        assertThat(out.toString()).contains("[0.3006, 0.9544]");
    }
}
