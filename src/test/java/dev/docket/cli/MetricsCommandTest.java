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

    @TestFactory
    Stream<DynamicTest> aggregationEqualsCrowdKit() throws IOException {
        return cases("aggregate", (expected, said) -> {
            JsonNode want = expected.get("want");
            said.get("items").forEach(item -> want.get("posterior").get(item.get("item").asString()).properties().forEach(p ->
                    assertThat(item.get("posterior").get(p.getKey()).asDouble()).as(item.get("item") + " " + p.getKey()).isCloseTo(p.getValue().asDouble(), within(1e-6))));
            assertThat(said.get("items").size()).isEqualTo(want.get("posterior").size());
            said.get("raters").forEach(rater -> assertThat(rater.get("skill").asDouble()).as(rater.toString())
                    .isCloseTo(want.get("skill").get(rater.get("rater").asString()).asDouble(), within(1e-6)));
            if (want.has("objective")) {
                assertThat(said.get("objective").valueStream().map(JsonNode::asDouble).toList()).usingElementComparator(MetricsCommandTest::within1e6)
                        .isEqualTo(want.get("objective").valueStream().map(JsonNode::asDouble).toList());
                assertThat(said.get("log_likelihood").size()).isEqualTo(said.get("iterations").asInt());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> labelIssuesEqualCleanlab() throws IOException {
        return cases("label-issues", (expected, said) -> {
            JsonNode want = expected.get("want");
            for (int c = 0; c < want.get("thresholds").size(); c++) {
                JsonNode threshold = said.get("thresholds").get("c" + c);
                double wanted = want.get("thresholds").get(c).asDouble();
                assertThat(wanted == 2 ? threshold.has("undefined") : Math.abs(threshold.asDouble() - wanted) < 1e-9).as("threshold " + c).isTrue();
            }
            assertThat(said.get("confident_joint")).isEqualTo(want.get("confident_joint"));
            for (int i = 0; i < said.get("scores").size(); i++) {
                for (String score : List.of("self_confidence", "normalized_margin")) {
                    assertThat(said.get("scores").get(i).get(score).asDouble()).isCloseTo(want.get(score).get(i).asDouble(), within(1e-9));
                }
            }
            want.get("issues").properties().forEach(filter -> {
                JsonNode found = docket("metrics", "label-issues", folder.resolve("label-issues.csv").toString(), "--json", "--filter", filter.getKey()).json();
                assertThat(found.get("issues")).as(filter.getKey()).isEqualTo(filter.getValue());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> fairnessEqualsAif360() throws IOException {
        return cases("fairness", (expected, said) -> {
            JsonNode want = expected.get("want");
            want.get("groups").properties().forEach(group -> close(said.get("groups").get(group.getKey()), group.getValue()));
            want.get("differences").properties().forEach(group -> {
                close(said.get("groups").get(group.getKey()), group.getValue());
                group.getValue().propertyNames().forEach(name -> assertThat(said.get(name).get(group.getKey())).isEqualTo(said.get("groups").get(group.getKey()).get(name)));
            });
            want.get("reweighing").properties().forEach(group -> close(said.get("reweighing").get(group.getKey()), group.getValue()));
            close(said, JsonMapper.shared().createObjectNode().set("theil_index", want.get("theil_index")));
            close(said, JsonMapper.shared().createObjectNode().set("generalized_entropy_index", want.get("generalized_entropy_index")));
            want.get("wilson").properties().forEach(group -> {
                JsonNode interval = said.get("groups").get(group.getKey()).get("selection_rate_interval");
                assertThat(interval.get("low").asDouble()).isCloseTo(group.getValue().get(0).asDouble(), within(1e-9));
                assertThat(interval.get("high").asDouble()).isCloseTo(group.getValue().get(1).asDouble(), within(1e-9));
            });
        });
    }

    @Test
    void probabilitiesAreCorrectedOverTheGroupsAsStatsmodelsDoes() throws IOException {
        JsonNode expected = Golden.read("metrics-fairness").get("cases").get(1);
        JsonNode said = docket("metrics", "fairness", write("plain.csv", expected.get("plain_csv").asString()), "--reference", "A", "--json").json();

        for (int g = 0; g < 2; g++) {
            JsonNode group = said.get("groups").get(List.of("B", "C").get(g));
            assertThat(group.get("statistical_parity_difference_p").asDouble()).isCloseTo(expected.get("want").get("holm").get("p").get(g).asDouble(), within(1e-9));
            assertThat(group.get("statistical_parity_difference_p_holm").asDouble()).isCloseTo(expected.get("want").get("holm").get("adjusted").get(g).asDouble(), within(1e-9));
        }
    }

    @Test
    void smallGroupsGetTheirCountAndTheReasonAndNoFigure() throws IOException {
        String rows = "group,truth,decision\n" + "A,1,1\nA,0,0\nA,1,0\n".repeat(20) + "B,1,1\n".repeat(3);
        JsonNode said = docket("metrics", "fairness", write("small.csv", rows), "--json").json();

        assertThat(said.get("reference").asString()).isEqualTo("A");
        assertThat(said.get("groups").get("B").get("n").asInt()).isEqualTo(3);
        assertThat(said.get("groups").get("B").get("selection_rate").get("undefined").asString()).isEqualTo("only 3 rows; fewer than 30 say nothing");
        assertThat(said.get("groups").get("B").get("statistical_parity_difference").has("undefined")).isTrue();
        JsonNode all = docket("metrics", "fairness", folder.resolve("small.csv").toString(), "--smallest", "1", "--json").json();
        assertThat(all.get("groups").get("B").get("disparate_impact").asDouble()).isCloseTo(3, within(1e-12));
        assertThat(all.get("groups").get("B").get("false_positive_rate").get("undefined").asString()).contains("everybody in the group deserves");
    }

    @TestFactory
    Stream<DynamicTest> calibrationEqualsScikitLearn() throws IOException {
        return cases("calibration", (expected, said) -> {
            close(said, expected.get("want"));
            close(said.get("threshold"), expected.get("want").get("threshold"));
            assertThat(said.get("auc_interval").get("low").asDouble()).isLessThan(said.get("auc").asDouble());
            assertThat(said.get("threshold").get("value_interval").get("method").asString()).isEqualTo("bootstrap-percentile");
        });
    }

    @Test
    void tooFewVerdictsForAThresholdSayHowManyMore() throws IOException {
        String rows = "truth,score\n" + "1,0.9\n".repeat(19) + "1,0.2\n" + "0,0.1\n".repeat(20) + "0,0.3\n".repeat(20);
        JsonNode said = docket("metrics", "calibration", write("few.csv", rows), "--target-recall", "0.9", "--json").json().get("threshold");

        assertThat(said.get("value").asDouble()).isEqualTo(0.9);
        assertThat(said.get("recall").asDouble()).isEqualTo(0.95);
        assertThat(said.get("enough").asBoolean()).isFalse();
        // Wilson's lower bound of 0.95 reaches 0.9 from z^2 0.9 0.1 / 0.05^2 = 138.3 positives on; 20 are there, one row in three is one
        assertThat(said.get("note").asString()).isEqualTo("not enough verdicts: about 355 more");
    }

    @TestFactory
    Stream<DynamicTest> driftEqualsScipy() throws IOException {
        return cases("drift", (expected, said) -> {
            close(said, expected.get("want"));
            assertThat(said.get("p").asDouble()).isBetween(1 / 201.0, 1.0);
        });
    }

    @TestFactory
    Stream<DynamicTest> intervalsEqualStatsmodels() throws IOException {
        return Golden.read("metrics-interval").get("intervals").valueStream().map(expected -> DynamicTest.dynamicTest(expected.get("k") + " of " + expected.get("n"), () -> {
            JsonNode said = docket("metrics", "interval", "--json", "--successes", expected.get("k").asString(), "--trials", expected.get("n").asString(),
                    "--level", expected.get("level").asString()).json();
            for (String method : List.of("wilson", "clopper_pearson")) {
                assertThat(said.get(method).get("low").asDouble()).as(method).isCloseTo(expected.get(method).get(0).asDouble(), within(1e-9));
                assertThat(said.get(method).get("high").asDouble()).as(method).isCloseTo(expected.get(method).get(1).asDouble(), within(1e-9));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> epsilonEqualsDpAccountingAndIsNeverBelowTheTighterBound() throws IOException {
        JsonNode golden = Golden.read("metrics-privacy");
        return golden.get("rdp").valueStream().map(expected -> DynamicTest.dynamicTest(expected.toString(), () -> {
            JsonNode said = docket("metrics", "privacy", "--json", "--sampling-rate", expected.get("q").asString(), "--noise-multiplier", expected.get("sigma").asString(),
                    "--steps", expected.get("steps").asString(), "--delta", expected.get("delta").asString()).json();
            assertThat(said.get("epsilon").asDouble()).isCloseTo(expected.get("epsilon").asDouble(), within(1e-6));
            assertThat(said.get("order").asDouble()).isCloseTo(expected.get("order").asDouble(), within(1e-9));
            golden.get("pld").valueStream().filter(row -> row.get(0).asDouble() == expected.get("q").asDouble() && row.get(2).asInt() == expected.get("steps").asInt())
                    .forEach(row -> assertThat(said.get("epsilon").asDouble()).isGreaterThanOrEqualTo(row.get(4).asDouble()));
        }));
    }

    @Test
    void theNoiseForATargetSpendsItAndNoMore() {
        for (double[] row : new double[][] {{8, 1.0816}, {3, 2.0343}, {1, 4.9927}}) {
            JsonNode said = docket("metrics", "privacy", "--json", "--sampling-rate", "0.064", "--target-epsilon", Double.toString(row[0]), "--steps", "470", "--delta", "1e-4").json();
            assertThat(said.get("noise_multiplier").asDouble()).isCloseTo(row[1], within(1e-3));
            assertThat(said.get("epsilon").asDouble()).isBetween(row[0] - 1e-3, row[0]);
        }
        assertThat(docket("metrics", "privacy", "--sampling-rate", "1.5", "--noise-multiplier", "1", "--steps", "1", "--delta", "1e-5").code()).isEqualTo(2);
        assertThat(docket("metrics", "privacy", "--sampling-rate", "0.5", "--steps", "1", "--delta", "1e-5").code()).isEqualTo(2);
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

    /** Every field of the second is in the first, within 1e-9. */
    private static void close(JsonNode said, JsonNode want) {
        want.properties().stream().filter(field -> field.getValue().isNumber()).forEach(field ->
                assertThat(said.get(field.getKey()).asDouble()).as(field.getKey()).isCloseTo(field.getValue().asDouble(), within(1e-9)));
    }

    private static int within1e6(double one, double other) {
        return Math.abs(one - other) <= 1e-6 ? 0 : Double.compare(one, other);
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
