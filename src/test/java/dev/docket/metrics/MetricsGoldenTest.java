package dev.docket.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.golden.Golden;
import dev.docket.golden.Lcg;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Closed-form figures against scikit-learn's and statsmodels' own, to 1e-9. */
class MetricsGoldenTest {

    @TestFactory
    Stream<DynamicTest> figuresEqualScikitLearns() throws IOException {
        return Golden.read("metrics").get("samples").valueStream().map(expected -> DynamicTest.dynamicTest("seed " + expected.get("seed"), () -> {
            ScoredSample weighted = sample(expected);
            ScoredSample plain = ScoredSample.of(weighted.truth(), weighted.score());

            equal(Ranking.averagePrecision(plain), expected, "average_precision");
            equal(Ranking.averagePrecision(weighted), expected, "average_precision_weighted");
            equal(Ranking.rocAuc(plain), expected, "auc");
            equal(Ranking.rocAuc(weighted), expected, "auc_weighted");
            equal(Calibration.logLoss(plain, Calibration.CLIP), expected, "log_loss");
            equal(Calibration.logLoss(weighted, Calibration.CLIP), expected, "log_loss_weighted");
            equal(Calibration.brier(plain), expected, "brier");
            equal(Calibration.brier(weighted), expected, "brier_weighted");
            equal(Calibration.ece(plain, 10), expected, "ece");
            equal(Calibration.mce(plain, 10), expected, "mce");
        }));
    }

    @Test
    void wilsonIntervalsEqualStatsmodels() throws IOException {
        for (JsonNode expected : Golden.read("metrics").get("wilson")) {
            Interval interval = Proportions.wilson(expected.get("k").asLong(), expected.get("n").asLong(), expected.get("level").asDouble());

            assertThat(List.of(interval.low(), interval.high())).usingElementComparator(MetricsGoldenTest::closely)
                    .containsExactly(expected.get("low").asDouble(), expected.get("high").asDouble());
        }
    }

    @Test
    void newcombeIntervalsEqualStatsmodels() throws IOException {
        for (JsonNode expected : Golden.read("metrics").get("newcombe")) {
            Interval interval = Proportions.difference(
                    expected.get("k1").asLong(), expected.get("n1").asLong(), expected.get("k2").asLong(), expected.get("n2").asLong(),
                    expected.get("level").asDouble()).interval().orElseThrow();

            assertThat(List.of(interval.low(), interval.high())).usingElementComparator(MetricsGoldenTest::closely)
                    .containsExactly(expected.get("low").asDouble(), expected.get("high").asDouble());
        }
    }

    @Test
    void newcombesOwnExampleComesOutAsPrinted() {
        Interval interval = Proportions.difference(56, 70, 48, 80, 0.95).interval().orElseThrow();

        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
    }

    private static int closely(double one, double other) {
        return Math.abs(one - other) <= 1e-9 ? 0 : Double.compare(one, other);
    }

    private static void equal(Figure figure, JsonNode expected, String field) {
        assertThat(figure.number().orElseThrow()).as(field).isCloseTo(expected.get(field).asDouble(), within(1e-9));
    }

    /** As golden.py's {@code sample}. */
    private static ScoredSample sample(JsonNode of) {
        int n = of.get("n").asInt();
        double step = of.get("step").asDouble();
        Lcg random = new Lcg(of.get("seed").asLong());
        boolean[] truth = new boolean[n];
        double[] score = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = random.next() < of.get("positive").asDouble();
            double s = 0.6 * random.next() + (truth[i] ? 0.4 * random.next() : 0);
            score[i] = Math.floor(s * step) / step;
            weight[i] = 0.25 + random.next();
        }
        return new ScoredSample(truth, score, weight);
    }
}
