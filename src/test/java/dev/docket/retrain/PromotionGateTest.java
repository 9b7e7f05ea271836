package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.retrain.Evaluation.LabelRow;
import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromotionGateTest {

    @Test
    void passesWhenEveryLabelsLowerBoundIsAboveTheTolerance() {
        PromotionGate gate = PromotionGate.of(evaluation(row("spam_scam", 9, difference(-0.004)), row("likeness", 7, difference(0.2))), List.of());

        assertThat(gate.passed()).isTrue();
        assertThat(gate.lines().getFirst().detail()).isEqualTo(
                "lower 95 % bound of the difference above -0.005 for all 2 labels; closest spam_scam -0.004");
    }

    @Test
    void failsAndNamesTheLabelThatMayGetWorse() {
        PromotionGate gate = PromotionGate.of(evaluation(row("spam_scam", 9, difference(-0.03)), row("likeness", 2, difference(0.2))), List.of());

        assertThat(gate.passed()).isFalse();
        assertThat(gate.lines().getFirst().detail()).isEqualTo("lower 95 % bound of the difference not above -0.005 for 1 of 2 labels: spam_scam -0.030"
                + ". Measured on few held-out items: likeness 2");
    }

    @Test
    void failsWhenNothingWasMeasured() {
        assertThat(PromotionGate.of(evaluation(), List.of()).passed()).isFalse();
        assertThat(PromotionGate.of(evaluation(row("likeness", 1, Estimate.undefined("too few", 3))), List.of()).lines().getFirst().detail())
                .contains("likeness has no interval: 1 held-out items have it");
    }

    @Test
    void aLineThatCouldNotBeMeasuredNeitherPassesNorStops() {
        PromotionGate gate = PromotionGate.of(evaluation(row("spam_scam", 9, difference(0.1))), List.of(PromotionGate.Line.unmeasured("Scores come true", "only 30 held-out items")));

        assertThat(gate.passed()).isTrue();
        assertThat(gate.lines().getLast().passed()).isFalse();
        assertThat(gate.lines().getLast().failed()).isFalse();
    }

    @Test
    void aGroupThatIsWronglyFlaggedBeyondTheLimitStopsTheGate() {
        List<PromotionGate.Line> fair = GateChecks.of(held(0), items(), HEAD, Bootstrap.DEFAULT);
        List<PromotionGate.Line> biased = GateChecks.of(held(1), items(), HEAD, Bootstrap.DEFAULT);

        assertThat(fair.getFirst().passed()).isTrue();
        assertThat(biased.getFirst().failed()).isTrue();
        assertThat(biased.getFirst().detail()).contains("source feed-C").doesNotContain("source feed-A").doesNotContain("source feed-B");
    }

    @Test
    void scoresThatDoNotComeTrueStopTheGate() {
        // the head says sigmoid(0) = 0.5 of an item without the feature, and hardly anything of the others
        PromotionGate.Line line = GateChecks.of(held(0), items(), HEAD, Bootstrap.DEFAULT).getLast();

        assertThat(line.failed()).isTrue();
        assertThat(line.detail()).contains("over 300 held-out items").contains("limit 0.05");
    }

    @Test
    void fewHeldOutItemsSayNothingOfGroupsOrCalibration() {
        HeldOut held = held(0);
        HeldOut few = new HeldOut(held.labels(), held.features().subList(0, 20), java.util.Arrays.copyOf(held.truth(), 20),
                new HeldOut.Standing(new double[20][1], new double[20][1], new double[20][1], "", ""), java.util.Arrays.copyOf(held.group(), 20));

        assertThat(GateChecks.of(few, items().subList(0, 20), HEAD, Bootstrap.DEFAULT)).allMatch(PromotionGate.Line::unmeasured);
    }

    /** Flags whatever has more than 0 of its one feature. */
    private static final HeadTrainer.Trained HEAD = new HeadTrainer.Trained(
            new LogisticHead(List.of("spam_scam"), new Standardisation(new double[1], new double[] {1}), new double[][] {{1}}, new double[1]),
            Map.of("spam_scam", 0.6), Map.of(), List.of(), List.of());

    /** 100 items of each of three feeds, none of them spam; of feed-C every fifth is flagged if so biased. */
    private static HeldOut held(int bias) {
        List<float[]> features = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            features.add(new float[] {i % 3 == 2 && i % 5 == 0 ? bias : 0});
        }
        double[][] none = new double[300][1];
        return new HeldOut(List.of("spam_scam"), features, new double[300][1], new HeldOut.Standing(none, none, none, "", ""), IntStream.range(0, 300).toArray());
    }

    private static List<ImageItem> items() {
        Instant day = Instant.parse("2026-11-03T12:00:00Z");
        return IntStream.range(0, 300).mapToObj(i -> new ImageItem(new UUID(1, i), new Source("feed-" + "ABC".charAt(i % 3), "x" + i), ContentHash.of(new byte[] {(byte) i}), 1,
                "image/png", 1, 1, day, day, ItemFacts.NONE)).toList();
    }

    private static Evaluation evaluation(LabelRow... rows) {
        Estimate any = difference(0);
        return new Evaluation(30, 28, "starter", "feed", List.of(rows), any, any, any, any, List.of());
    }

    private static LabelRow row(String label, int positives, Estimate difference) {
        Estimate any = difference(0);
        return new LabelRow(label, positives, 30, true, any, any, any, difference, Optional.of(0.5), any, any);
    }

    private static Estimate difference(double low) {
        return new Estimate(Figure.of(low + 0.1), Optional.of(new Interval(low, low + 0.2, 0.95, "bootstrap-percentile")), 30);
    }
}
