package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.golden.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docket metrics} against the libraries it follows, typed as a person types it. Values: src/test/python/statistics_golden.py. */
class MetricsCommandTest {
    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @TestFactory
    Stream<DynamicTest> agreementEqualsScikitLearnStatsmodelsAndKrippendorff() throws IOException {
        return cases("agreement", (expected, said) -> expected.get("want").propertyNames().forEach(name ->
                assertThat(said.get(name).asDouble()).as(name).isCloseTo(expected.get("want").get(name).asDouble(), within(1e-9))));
    }

    @Test
    void everyAgreementHasAnIntervalAroundIt() throws IOException {
        for (JsonNode expected : Golden.read("metrics-agreement").get("cases")) {
            JsonNode said = docket(arguments("agreement", expected)).json();
            for (String name : expected.get("want").propertyNames()) {
                if (said.has(name + "_interval")) {
                    assertThat(said.get(name + "_interval").get("low").asDouble()).as(name).isLessThanOrEqualTo(said.get(name).asDouble());
                    assertThat(said.get(name + "_interval").get("high").asDouble()).as(name).isGreaterThanOrEqualTo(said.get(name).asDouble());
                    assertThat(said.get(name + "_interval").get("method").asString()).isEqualTo("bootstrap-percentile");
                }
            }
        }
    }

    @Test
    void oneValueOnlyIsUndefinedAndNotPerfect() throws IOException {
        JsonNode said = docket("metrics", "agreement", write("one.csv", "item,rater,value\na,x,ok\na,y,ok\nb,x,ok\nb,y,ok\n"), "--json").json();

        for (String name : List.of("cohen_kappa", "fleiss_kappa", "gwet_ac1", "krippendorff_alpha", "krippendorff_alpha_interval")) {
            assertThat(said.get(name).get("undefined").asString()).as(name).contains("only one value occurs");
        }
        assertThat(said.get("percent").asDouble()).isEqualTo(1);
    }

    @Test
    void theSameFileGivesTheSameBytes() throws IOException {
        JsonNode expected = Golden.read("metrics-agreement").get("cases").get(2);

        assertThat(docket(arguments("agreement", expected)).out()).isEqualTo(docket(arguments("agreement", expected)).out());
    }

    @Test
    void withoutJsonThereIsATable() throws IOException {
        Said said = docket("metrics", "agreement", "--in", write("two.csv", "item,rater,value\na,x,ok\na,y,ok\nb,x,ok\nb,y,spam\n"));

        assertThat(said.code()).isZero();
        assertThat(said.out()).containsPattern("percent +0\\.5000 +\\[").containsPattern("raters +2").doesNotContain("{");
    }

    @Test
    void aWrongFileNamesLineAndColumnAndExitsWith2() throws IOException {
        refused("item,rater,value\na,x,1\na,y,two\n", "wrong.csv:3: column value: is no number: 'two'", "--level", "interval");
        refused("item,rater,value\na,x,1\na,x,2\n", "wrong.csv:3: column rater: 'x' already gave item 'a' a value");
        refused("item,rater,value\na,x,1\n,y,2\n", "wrong.csv:3: column item: is empty");
        refused("item,rater,value\na,x,1\na,y\n", "wrong.csv:3: the line has 2 cells, the header has 3");
        refused("item,rater,value\na,x,1\na,\"y,2\n", "wrong.csv:");
        refused("item,value\na,1\n", "wrong.csv:1: column rater is missing");
        refused("item,rater,value\na,x,-1\n", "wrong.csv:2: column value: is '-1'; it has to be 0 or more", "--level", "ratio");
        refused("{\"item\":\"a\",\"rater\":\"x\",\"value\":1}\n{\"item\":\"a\",\"rater\":[1],\"value\":1}\n", "wrong.csv:2: column 'rater': text or a number is expected");
        refused("{\"item\":\"a\",\"rater\":\"x\",\"value\":1}\n{\"item\":\n", "wrong.csv:");
        refused("", "it is empty");
        refused("item,rater,value\n", "it has no rows");
        assertThat(docket("metrics", "agreement", folder.resolve("none.csv").toString()).code()).isEqualTo(2);
        assertThat(docket("metrics", "agreement").code()).isEqualTo(2);
        assertThat(docket("metrics").code()).isEqualTo(2);
    }

    private void refused(String text, String message, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("metrics", "agreement", write("wrong.csv", text)));
        arguments.addAll(List.of(options));
        Said said = docket(arguments.toArray(String[]::new));
        assertThat(said.err()).contains(message);
        assertThat(said.code()).isEqualTo(2);
    }

    private interface Check {
        void of(JsonNode expected, JsonNode said);
    }

    private Stream<DynamicTest> cases(String command, Check check) throws IOException {
        return Golden.read("metrics-" + command).get("cases").valueStream().map(expected -> DynamicTest.dynamicTest(expected.get("name").asString(), () -> {
            Said said = docket(arguments(command, expected));
            assertThat(said.code()).as(said.err()).isZero();
            check.of(expected, said.json());
        }));
    }

    private String[] arguments(String command, JsonNode expected) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("metrics", command, write(command + ".csv", expected.get("csv").asString()), "--json"));
        if (expected.has("options")) {
            expected.get("options").forEach(option -> arguments.add(option.asString()));
        }
        if (expected.has("against")) {
            arguments.addAll(List.of("--against", write("against.csv", expected.get("against").asString())));
        }
        return arguments.toArray(String[]::new);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Said docket(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine docket = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Said(docket.execute(args), out.toString(), err.toString());
    }
}
