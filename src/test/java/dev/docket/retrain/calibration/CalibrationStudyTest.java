package dev.docket.retrain.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.classify.ScoreCalibration;
import dev.docket.classify.ScoreCalibration.Method;
import dev.docket.metrics.ScoredSample;
import dev.docket.policy.PolicyFile;
import dev.docket.retrain.LogisticFit;
import dev.docket.retrain.threshold.LabelScores;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationStudyTest {

    @Test
    void plattAndTemperatureFindWhatTheScoresWereBentBy() {
        ScoreCalibration platt = CalibrationStudy.fit(Method.PLATT, bent(1, 20_000, .5, -.4)).orElseThrow();
        ScoreCalibration temperature = CalibrationStudy.fit(Method.TEMPERATURE, bent(2, 20_000, .5, 0)).orElseThrow();

        assertThat(platt.slope()).isCloseTo(.5, within(.03));
        assertThat(platt.intercept()).isCloseTo(-.4, within(.05));
        assertThat(temperature.slope()).isCloseTo(.5, within(.03));
        assertThat(temperature.intercept()).isZero();
    }

    @Test
    void theTemperatureIsTheOneOfTheLeastLogLoss() {
        ScoredSample sample = bent(3, 400, .7, .2);
        double found = CalibrationStudy.fit(Method.TEMPERATURE, sample).orElseThrow().slope();

        assertThat(loss(sample, found)).isLessThanOrEqualTo(loss(sample, found * 1.001)).isLessThanOrEqualTo(loss(sample, found / 1.001));
    }

    /** scikit-learn's IsotonicRegression gives 0, .5, .5, .5, .5, 1 for these, as its pools are those of the definition. */
    @Test
    void isotonicPoolsWhatFalls() {
        ScoredSample sample = ScoredSample.of(new boolean[] {false, true, false, true, false, true}, new double[] {.1, .2, .3, .4, .5, .6});

        ScoreCalibration steps = CalibrationStudy.fit(Method.ISOTONIC, sample).orElseThrow();

        assertThat(Arrays.stream(sample.score()).map(steps::of).toArray()).containsExactly(0, .5, .5, .5, .5, 1);
        assertThat(steps.of(.15)).isCloseTo(.25, within(1e-12));
    }

    /** Min-max formula of isotonic regression (Barlow and others 1972): largest over starts of the smallest over ends of the mean between. */
    @Test
    void isotonicEqualsTheMinMaxFormula() {
        ScoredSample sample = bent(5, 120, .8, 0);
        int[] order = IntStream.range(0, 120).boxed().sorted((a, b) -> Double.compare(sample.score()[a], sample.score()[b])).mapToInt(Integer::intValue).toArray();
        ScoreCalibration steps = CalibrationStudy.fit(Method.ISOTONIC, sample).orElseThrow();

        for (int i = 0; i < order.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int from = 0; from <= i; from++) {
                double least = Double.POSITIVE_INFINITY;
                double sum = 0;
                for (int to = from; to < order.length; to++) {
                    sum += sample.truth()[order[to]] ? 1 : 0;
                    least = to < i ? least : Math.min(least, sum / (to - from + 1));
                }
                best = Math.max(best, least);
            }
            assertThat(steps.of(sample.score()[order[i]])).isCloseTo(best, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void scoresThatAreBentComeTrueBetterOnItemsTheCalibrationHasNotSeen(Method method) {
        // a temperature moves no score over even odds
        ScoredSample bent = bent(6, 3000, .4, method == Method.TEMPERATURE ? 0 : -.5);
        CalibrationStudy study = CalibrationStudy.of(label(bent), method);

        assertThat(study.better()).isTrue();
        assertThat(study.fitted() + study.before().items()).isEqualTo(3000);
        assertThat(study.fitted()).isBetween(1450, 1550);
        assertThat(study.after().orElseThrow().ece().figure().number().orElseThrow()).isLessThan(.05).isLessThan(study.before().ece().figure().number().orElseThrow() / 2);
        assertThat(CalibrationStudy.of(label(bent), method).calibration()).isEqualTo(study.calibration());
    }

    @Test
    void tooFewExamplesAndScoresThatSayNothingAreRefusedWithTheReason() {
        CalibrationStudy few = CalibrationStudy.of(label(bent(7, 60, 1, -2)), Method.PLATT);
        ScoredSample wrong = bent(8, 900, 1, 0);
        boolean[] turned = new boolean[900];
        for (int i = 0; i < 900; i++) {
            turned[i] = !wrong.truth()[i];
        }
        CalibrationStudy against = CalibrationStudy.of(label(ScoredSample.of(turned, wrong.score())), Method.PLATT);

        assertThat(few.calibration()).isEmpty();
        assertThat(few.refusal()).contains("a calibration needs 50 of each");
        assertThat(against.calibration()).isEmpty();
        assertThat(against.refusal()).contains("nothing to calibrate");
        assertThat(against.better()).isFalse();
    }

    private static double loss(ScoredSample sample, double slope) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double p = LogisticFit.sigmoid(slope * ScoreCalibration.logit(sample.score()[i]));
            sum -= Math.log(sample.truth()[i] ? p : 1 - p);
        }
        return sum;
    }

    /** Scores whose logit z comes true by slope z + intercept. */
    private static ScoredSample bent(long seed, int n, double slope, double intercept) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] truth = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            double z = 2 * random.nextGaussian();
            score[i] = LogisticFit.sigmoid(z);
            truth[i] = random.nextDouble() < LogisticFit.sigmoid(slope * z + intercept);
        }
        return ScoredSample.of(truth, score);
    }

    private static LabelScores label(ScoredSample sample) {
        return new LabelScores("vendor@1", PolicyFile.shipped().scoreRules().getFirst(), .5, sample, IntStream.range(0, sample.size()).map(i -> i / 2).toArray(), new double[0], new boolean[0]);
    }
}
