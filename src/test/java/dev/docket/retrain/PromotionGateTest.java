package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.retrain.Evaluation.LabelRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionGateTest {

    @Test
    void passesWhenEveryLabelsLowerBoundIsAboveTheTolerance() {
        PromotionGate gate = PromotionGate.of(evaluation(row("spam_scam", 9, difference(-0.004)), row("likeness", 7, difference(0.2))));

        assertThat(gate.passed()).isTrue();
        assertThat(gate.lines().getFirst().detail()).isEqualTo(
                "lower 95 % bound of the difference above -0.005 for all 2 labels; closest spam_scam -0.004");
    }

    @Test
    void failsAndNamesTheLabelThatMayGetWorse() {
        PromotionGate gate = PromotionGate.of(evaluation(row("spam_scam", 9, difference(-0.03)), row("likeness", 2, difference(0.2))));

        assertThat(gate.passed()).isFalse();
        assertThat(gate.lines().getFirst().detail()).isEqualTo("lower 95 % bound of the difference not above -0.005 for 1 of 2 labels: spam_scam -0.030"
                + ". Measured on few held-out items: likeness 2");
    }

    @Test
    void failsWhenNothingWasMeasured() {
        assertThat(PromotionGate.of(evaluation()).passed()).isFalse();
        assertThat(PromotionGate.of(evaluation(row("likeness", 1, Estimate.undefined("too few", 3)))).lines().getFirst().detail())
                .contains("likeness has no interval: 1 held-out items have it");
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
