package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.CanonicalJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new BenchCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    static Stream<String> names() {
        return Benches.all().stream().map(Bench::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBenchRunsAndTellsFigures(String name) {
        int code = run("--quick", "--json", name);

        List<String> lines = out.toString().lines().toList();
        assertThat(code).as("%s", lines).isBetween(0, 1);
        assertThat(lines.getFirst()).contains("\"machine\"");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines).allMatch(line -> CanonicalJson.MAPPER.readTree(line).isObject());
        assertThat(lines.subList(1, lines.size())).map(CanonicalJson.MAPPER::readTree).allSatisfy(reading -> {
            if (reading.has("notMeasured")) {
                assertThat(reading.get("notMeasured").asString()).contains("install");
                return;
            }
            // a difference of two times may be below nothing where both are noise
            assertThat(reading.get("value").asDouble()).isGreaterThanOrEqualTo(reading.get("what").asString().endsWith(", added") ? -1000 : 0);
        });
        assertThat(err.toString()).contains(name + ": ");
    }

    @Test
    void theListMeasuresNothing() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString().lines()).hasSize(Benches.all().size()).allMatch(line -> line.matches("\\S+ +\\S.*"));
    }

    @Test
    void anUnknownNameIsWrongUsageAndSaysWhichThereAre() {
        assertThat(run("speed")).isEqualTo(2);
        assertThat(err.toString()).contains("no bench 'speed'").contains("decode");
    }

    @Test
    void aServerWithoutALoginAndAFolderWithoutPostgresAreWrongUsage() {
        assertThat(run("--db", "postgresql://localhost/postgres")).isEqualTo(2);
        assertThat(err.toString()).contains("--user");
        assertThat(run("--postgres", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("does not hold initdb");
    }

    @Test
    void noRunsAndNoFolderAreWrongUsage() {
        assertThat(run("--runs", "0")).isEqualTo(2);
        assertThat(run("--pictures", "nowhere")).isEqualTo(2);
    }
}
