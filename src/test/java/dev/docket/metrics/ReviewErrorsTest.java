package dev.docket.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.metrics.ErrorTypes.Judged;
import dev.docket.metrics.ErrorTypes.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReviewErrorsTest {

    @Test
    void eachErrorIsCountedOverWhatCouldGoWrongSo() {
        List<Judged> verdicts = List.of(judged("", "spam", true), judged("", "", true), judged("spam", "", true), judged("spam", "graphic", true),
                judged("spam", "spam", false), judged("graphic", "graphic", true));

        Map<Type, Estimate> rates = ErrorTypes.of(verdicts, 0.95);
        assertThat(rates.get(Type.FALSE_POSITIVE).figure()).isEqualTo(Figure.of(0.5));
        assertThat(rates.get(Type.FALSE_NEGATIVE).figure()).isEqualTo(Figure.of(0.25));
        assertThat(rates.get(Type.WRONG_SELECTION).figure()).isEqualTo(Figure.of(0.25));
        assertThat(rates.get(Type.TECHNICAL_ERROR).figure()).isEqualTo(Figure.of(1 / 6.0));

        Map<String, Map<Type, Estimate>> labels = ErrorTypes.byLabel(verdicts, 0.95);
        assertThat(labels.get("spam").get(Type.FALSE_NEGATIVE).figure()).isEqualTo(Figure.of(1 / 3.0));
        assertThat(labels.get("spam").get(Type.FALSE_POSITIVE).figure()).isEqualTo(Figure.of(0.5));
        assertThat(labels.get("graphic").get(Type.FALSE_POSITIVE).figure()).isEqualTo(Figure.of(0));
        assertThat(ErrorTypes.of(List.of(), 0.95).get(Type.FALSE_POSITIVE).figure().whyUndefined()).contains("there is nothing to count");
    }

    @Test
    void aSimulatedBiasLiesInTheGapsInterval() {
        int covered = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<AnchoringGap.Seen> verdicts = new ArrayList<>();
            for (int i = 0; i < 1500; i++) {
                boolean blind = random.nextInt(7) == 0;
                verdicts.add(new AnchoringGap.Seen(blind, random.nextDouble() < (blind ? 0.75 : 0.9)));
            }
            covered += AnchoringGap.of(verdicts, 0.95).gap().interval().orElseThrow().contains(0.15) ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(35);
        assertThat(AnchoringGap.of(List.of(new AnchoringGap.Seen(true, true)), 0.95).gap().figure().whyUndefined()).isPresent();
    }

    private static Judged judged(String truth, String found, boolean follows) {
        return new Judged(Optional.of(truth).filter(label -> !label.isEmpty()), Optional.of(found).filter(label -> !label.isEmpty()), follows);
    }
}
