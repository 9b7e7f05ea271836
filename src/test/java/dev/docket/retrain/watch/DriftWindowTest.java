package dev.docket.retrain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DriftWindowTest {
    private static final List<String> LABELS = List.of("a", "b", "c");

    @Test
    void withoutAShiftAtMostOneWindowInAHundredIsTold() {
        SplittableRandom random = new SplittableRandom(1);
        int told = 0;
        for (int w = 0; w < 200; w++) {
            told += DriftWindow.of(LABELS, scores(random, 100, 0), scores(random, 100, 0), 399).drifted() ? 1 : 0;
        }

        assertThat(told).as("false alarms of 200 windows").isLessThanOrEqualTo(2);
    }

    @Test
    void aShiftOfHalfADeviationInOneLabelIsFound() {
        SplittableRandom random = new SplittableRandom(2);
        int told = 0;
        for (int w = 0; w < 10; w++) {
            told += DriftWindow.of(LABELS, scores(random, 500, 0), scores(random, 500, 0.5), 399).drifted() ? 1 : 0;
        }

        assertThat(told).as("shifts found of 10, with 500 items").isGreaterThanOrEqualTo(9);
    }

    @Test
    void oneOddWindowIsNoAlarmTwoRunningAre() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] reference = scores(random, 200, 0);
        DriftWindow quiet = DriftWindow.of(LABELS, reference, scores(random, 200, 0), 399);
        DriftWindow odd = DriftWindow.of(LABELS, reference, scores(random, 200, 1.5), 399);

        assertThat(quiet.drifted()).isFalse();
        assertThat(odd.drifted()).isTrue();
        assertThat(new Watched.Moved(Optional.of(quiet), Optional.of(odd)).alarming()).isFalse();
        assertThat(new Watched.Moved(Optional.of(odd), Optional.of(odd)).alarming()).isTrue();
    }

    /** @param shift of the first label's mean, in deviations */
    private static double[][] scores(SplittableRandom random, int n, double shift) {
        double[][] rows = new double[n][LABELS.size()];
        for (double[] row : rows) {
            for (int l = 0; l < row.length; l++) {
                row[l] = random.nextGaussian() + (l == 0 ? shift : 0);
            }
        }
        return rows;
    }
}
