package dev.docket.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Launcher;
import dev.docket.desk.SampleQueue;
import dev.docket.export.DecisionSetVerifier;
import dev.docket.storage.CanonicalJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What plain {@code mvn} does where there is no display, with fewer pictures and verdicts; in a process of its own, which starts and ends its own JavaFX. */
class TourCommandTest {
    private static final int IMAGES = 60;
    private static final int VERDICTS = 12;
    private static final int MINUTES = 5;

    @TempDir
    private Path folder;

    @Test
    void theWholeLoopRunsWithoutADisplayAndLeavesItsReport(TestReporter reporter) throws Exception {
        Path out = folder.resolve("tour");
        long begun = System.nanoTime();

        List<String> lines = tour("--out", out.toString(), "--verdicts", Integer.toString(VERDICTS));

        reporter.publishEntry("tour", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) + " ms for " + IMAGES + " pictures and " + VERDICTS + " verdicts");
        assertThat(lines).anyMatch(line -> line.startsWith("Verdicts recorded: " + VERDICTS + ","))
                .contains("Verified: signature, every file's hash and the splits hold", "Report: " + out.resolve("report.html"))
                .anyMatch(line -> line.startsWith("Audit log: ") && line.endsWith("every chain intact"))
                .anyMatch(line -> line.startsWith("Admitted again: 0 added, "));
        String report = Files.readString(out.resolve("report.html"));
        assertThat(report).contains("<h1>Docket tour</h1>", "Verdicts recorded", "every chain intact");
        assertThat(pictures(out)).hasSizeGreaterThanOrEqualTo(6).allSatisfy(picture -> assertThat(report).contains("src=\"" + picture + "\""));
        assertThat(DecisionSetVerifier.verify(out.resolve("decision-set")).findings()).isEmpty();
    }

    /** Its lines, after it ended well. */
    private List<String> tour(String... arguments) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:MetaspaceSize=192m", "-Xmx2g", "-Duser.language=en",
                "-Ddocket.home=" + fewer(), "-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "tour"),
                Stream.of(arguments)).toList()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(Files.readString(said)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readAllLines(said);
    }

    /** The first of the samples. */
    private Path fewer() throws Exception {
        Path all = SampleQueue.shipped().orElseThrow();
        Path some = folder.resolve("home/sample-data");
        Files.createDirectories(some.resolve("images"));
        List<String> queue = Files.readAllLines(all.resolve("queue.jsonl")).subList(0, IMAGES);
        Files.write(some.resolve("queue.jsonl"), queue);
        for (String file : queue.stream().map(line -> CanonicalJson.MAPPER.readTree(line).get("file").asString()).toList()) {
            Files.copy(all.resolve(file), some.resolve(file));
        }
        for (String whole : List.of("truth.jsonl", "reviewers.jsonl")) {
            Files.copy(all.resolve(whole), some.resolve(whole));
        }
        return some.getParent();
    }

    private static List<String> pictures(Path out) throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".webp")).toList();
        }
    }
}
