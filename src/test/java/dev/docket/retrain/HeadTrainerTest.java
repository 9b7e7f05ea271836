package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {

    @Test
    void aHeadFindsWhatSeparatesTheLabels() {
        HeadTrainer.Trained trained = HeadTrainer.train(data(1, 200), Progress.NONE);
        LabelledFeatures fresh = data(2, 200);

        int right = 0;
        for (int i = 0; i < fresh.size(); i++) {
            double[] scores = trained.head().scores(fresh.features().get(i));
            right += scores[0] >= trained.thresholds().get("round") == fresh.target()[i][0] > 0.5 ? 1 : 0;
        }

        assertThat(right).isGreaterThan(170);
        assertThat(trained.head().labels()).containsExactly("round", "red");
    }

    @Test
    void labelsWithoutEnoughExamplesAreNamedAndLeftOut() {
        HeadTrainer.Trained trained = HeadTrainer.train(data(1, 60), Progress.NONE);

        assertThat(trained.leftOut()).singleElement().satisfies(out -> {
            assertThat(out.label()).isEqualTo("rare");
            assertThat(out.sentence()).isEqualTo("2 items with rare and 58 without; a label needs at least 3 of each");
        });
        assertThat(trained.head().labels()).doesNotContain("rare");
    }

    @Test
    void nothingToLearnIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HeadTrainer.train(data(1, 6), Progress.NONE));
    }

    @Test
    void trainingTwiceGivesTheSameBits() {
        LogisticHead once = HeadTrainer.train(data(3, 150), Progress.NONE).head();
        LogisticHead twice = HeadTrainer.train(data(3, 150), Progress.NONE).head();

        assertThat(twice.bias()).containsExactly(once.bias());
        assertThat(Arrays.deepEquals(twice.coefficients(), once.coefficients())).isTrue();
    }

    @Test
    void unjudgedRowsDoNotCount() {
        LabelledFeatures data = data(4, 120);
        double[][] masked = Arrays.stream(data.target()).map(double[]::clone).toArray(double[][]::new);
        for (int i = 100; i < 120; i++) {
            masked[i][0] = Double.NaN;
        }
        // standardised over the same rows, so that only the mask differs
        Standardisation standardisation = Standardisation.of(data.features());
        double[][] rows = data.features().stream().limit(100).map(standardisation::apply).toArray(double[][]::new);
        double[] target = IntStream.range(0, 100).mapToDouble(i -> data.target()[i][0]).toArray();

        HeadTrainer.Trained trained = HeadTrainer.train(
                new LabelledFeatures(data.labels(), data.features(), masked, data.weight(), data.group()), Progress.NONE);
        double[] alone = new LogisticFit(rows, target, Arrays.copyOf(data.weight(), 100)).solve(trained.lambdas().get("round"));

        assertThat(trained.calibrated()).doesNotContain("round");
        assertThat(trained.head().coefficients()[0]).containsExactly(Arrays.copyOf(alone, alone.length - 1), within(1e-6));
    }

    @Test
    void noGroupStandsInTwoFoldsAndPositivesAreSpread() {
        SplittableRandom random = new SplittableRandom(8);
        int[] group = random.ints(300, 0, 90).toArray();
        double[] target = random.doubles(300).map(u -> u < 0.1 ? 1 : 0).toArray();

        int[] fold = GroupedFolds.assign(group, target, 5);

        Map<Integer, Integer> foldOf = new HashMap<>();
        double[] positives = new double[5];
        for (int i = 0; i < 300; i++) {
            assertThat(foldOf.merge(group[i], fold[i], (a, b) -> a.equals(b) ? a : -1)).isNotEqualTo(-1);
            positives[fold[i]] += target[i];
        }
        assertThat(Arrays.stream(positives).max().orElseThrow() - Arrays.stream(positives).min().orElseThrow()).isLessThanOrEqualTo(3);
    }

    @Test
    void theThresholdIsWhereF1IsHighest() {
        double[] logits = {3, 2, 1, 0, -1, Double.NaN};
        double[] target = {1, 1, 0, 0, 0, 1};
        double[] weight = {1, 1, 1, 1, 1, 1};

        double threshold = Threshold.highestF1(logits, target, weight);

        assertThat(threshold).isBetween(LogisticFit.sigmoid(1), LogisticFit.sigmoid(2));
    }

    @Test
    void withManyExamplesScoresAreRecalibratedOnWhatWasHeldBack() {
        HeadTrainer.Trained trained = HeadTrainer.train(data(5, 600), Progress.NONE);
        LabelledFeatures fresh = data(6, 600);

        double mean = 0;
        double truth = 0;
        for (int i = 0; i < fresh.size(); i++) {
            mean += trained.head().scores(fresh.features().get(i))[0] / fresh.size();
            truth += fresh.target()[i][0] / fresh.size();
        }

        assertThat(trained.calibrated()).contains("round");
        assertThat(mean).isCloseTo(truth, within(0.06));
    }

    @Test
    void aStoppedTrainingStops() {
        Progress stopped = new Progress() {
            @Override
            public void at(long done, long total, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> HeadTrainer.train(data(1, 60), stopped)).isInstanceOf(StoppedException.class);
    }

    /** Three labels: round by features 0 and 1, red by feature 2, rare by nothing and only twice. */
    static LabelledFeatures data(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> features = new ArrayList<>();
        double[][] target = new double[n][];
        double[] weight = new double[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            float[] x = new float[30];
            for (int j = 0; j < 30; j++) {
                x[j] = (float) (10 * j + random.nextGaussian());
            }
            features.add(x);
            double noise = 0.3 * random.nextGaussian();
            target[i] = new double[] {x[0] - (x[1] - 10) + noise > 0.4 ? 1 : 0, x[2] - 20 + noise > 0.8 ? 1 : 0, i < 2 ? 1 : 0};
            weight[i] = i % 7 == 0 ? 0.5 : 1;
            group[i] = i / 2;
        }
        return new LabelledFeatures(List.of("round", "red", "rare"), features, target, weight, group);
    }
}
