package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.privacy.RdpAccountant;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivateHeadTrainerTest {
    private static final int D = 128;
    private static final double[] WEIGHTS = {0.4, 0.25, 0.15, 0.1, 0.06, 0.04};

    @Test
    void atEpsilonThreeAndFiveThousandItemsAtMostThreeHundredthsOfTheAucAreLost() throws Exception {
        double lost = 0;
        for (long seed = 1; seed <= 3; seed++) {
            double[][] modes = modes(seed);
            LabelledFeatures data = pool(modes, seed + 10, 5000);
            LabelledFeatures fresh = pool(modes, seed + 20, 5000);
            Standardisation plainly = Standardisation.of(data.features());
            double[] plain = new LogisticFit(data.features().stream().map(plainly::apply).toArray(double[][]::new),
                    Arrays.stream(data.target()).mapToDouble(t -> t[0]).toArray(), data.weight()).solve(50);
            LogisticHead without = new LogisticHead(data.labels(), plainly, new double[][] {Arrays.copyOf(plain, D)}, new double[] {plain[D]});

            LogisticHead with = trainer(3, seed).train(data, IntStream.range(0, 5000).toArray(), Progress.NONE).trained().head();

            lost += (auc(without, fresh) - auc(with, fresh)) / 3;
        }
        assertThat(lost).as("AUC lost").isBetween(-0.01, 0.03);
    }

    @Test
    void whatIsSpentIsWhatTheAccountantSaysAndNoMoreThanTheBudget() throws Exception {
        PrivacyStatement statement = trainer(3, 1).train(pool(modes(1), 1, 600), IntStream.range(0, 600).toArray(), Progress.NONE).statement();

        assertThat(statement.epsilon()).isBetween(2.999, 3.0);
        assertThat(statement.epsilon()).isEqualTo(
                RdpAccountant.spent(statement.samplingRate(), statement.noiseMultiplier(), statement.steps(), statement.delta()).epsilon());
        assertThat(statement.delta()).isCloseTo(Math.pow(600, -1.1), within(1e-12));
        assertThat(statement.units()).isEqualTo(600);
    }

    @Test
    void anUploaderOfAThousandItemsMovesAStepNoFartherThanOneOfASingleItem() {
        DpSgd.Plan oneStep = new DpSgd.Plan(1, 1, 1, 0, 1);
        int[] unit = IntStream.range(0, 1010).map(i -> i < 10 ? i : 10).toArray();
        double[][] there = run(oneStep, unit, 1);
        double[][] gone = run(oneStep, unit, 0);

        double moved = 0;
        for (int j = 0; j < there[0].length; j++) {
            moved += Math.pow(there[0][j] - gone[0][j], 2);
        }
        // one unit of 11: at most the clipping norm over 11, and the grid's rounding
        assertThat(Math.sqrt(moved)).isCloseTo(1 / 11.0, within(1e-5));
    }

    /** @param weight of the large uploader's items; 0: as if they were not there */
    private static double[][] run(DpSgd.Plan plan, int[] unit, double weight) {
        double[][] rows = new double[unit.length][];
        double[][] target = new double[unit.length][];
        double[] weights = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            rows[i] = new double[] {i < 10 ? 0.1 * i : 5, 1};
            target[i] = new double[] {i % 2};
            weights[i] = i < 10 ? 1 : weight;
        }
        Arrays.fill(target, 10, target.length, new double[] {1});
        return new DpSgd(rows, target, weights, unit).run(plan, 1e-12, new SecureGaussian(new SplittableRandom(1)), Progress.NONE);
    }

    @Test
    void rowsOfOneUploaderAreOneUnit() {
        int[][] members = DpSgd.members(new int[] {7, 3, 7, 7, 5});

        assertThat(members).isDeepEqualTo(new int[][] {{1}, {4}, {0, 2, 3}});
    }

    @Test
    void theNoiseIsNormalAndOnTheGrid() {
        SecureGaussian noise = new SecureGaussian();
        double[] drawn = IntStream.range(0, 200_000).mapToDouble(i -> noise.noised(1, 2, 1)).toArray();

        double mean = Arrays.stream(drawn).average().orElseThrow();
        double square = Arrays.stream(drawn).map(x -> (x - 1) * (x - 1)).average().orElseThrow();
        double beyond = Arrays.stream(drawn).filter(x -> Math.abs(x - 1) > 2 * 1.959964).count() / 200_000.0;

        // six standard errors: fails once in 500 million runs
        assertThat(mean).isCloseTo(1, within(6 * 2 / Math.sqrt(200_000)));
        assertThat(square).isCloseTo(4, within(6 * 4 * Math.sqrt(2.0 / 200_000)));
        assertThat(beyond).isCloseTo(0.05, within(6 * Math.sqrt(0.05 * 0.95 / 200_000)));
        assertThat(Arrays.stream(drawn).map(x -> x / SecureGaussian.GRID).allMatch(x -> x == Math.rint(x))).isTrue();
    }

    @Test
    void tooFewUploadersAreRefusedHoweverManyItemsTheyHave() {
        int[] unit = IntStream.range(0, 2000).map(i -> i % 40).toArray();

        assertThatThrownBy(() -> trainer(3, 1).train(pool(modes(1), 1, 2000), unit, Progress.NONE))
                .isInstanceOf(TooFewVerdictsException.class).hasMessageContaining("of 40 uploaders");
    }

    @Test
    void privateTrainingStopsWhenToldTo() {
        Progress stopped = new Progress() {
            @Override
            public void at(long done, long total, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> trainer(3, 1).train(pool(modes(1), 1, 600), IntStream.range(0, 600).toArray(), stopped)).isInstanceOf(StoppedException.class);
    }

    @Test
    void anAttackFindsWhatAHeadLearnedByHeartAndNotWhatItNeverSaw() {
        LabelledFeatures data = guesses(3, 150);
        LabelledFeatures others = guesses(4, 150);
        Standardisation standardisation = Standardisation.of(data.features());
        double[] byHeart = new LogisticFit(data.features().stream().map(standardisation::apply).toArray(double[][]::new),
                Arrays.stream(data.target()).mapToDouble(t -> t[0]).toArray(), data.weight()).solve(0.01);
        LogisticHead head = new LogisticHead(data.labels(), standardisation, new double[][] {Arrays.copyOf(byHeart, D)}, new double[] {byHeart[D]});
        LogisticHead ignorant = new LogisticHead(data.labels(), standardisation, new double[1][D], new double[1]);

        MembershipAttack onHead = MembershipAttack.on(head, data, held(others), Bootstrap.DEFAULT);
        MembershipAttack onIgnorant = MembershipAttack.on(ignorant, data, held(others), Bootstrap.DEFAULT);

        assertThat(onHead.auc().figure().number().orElseThrow()).isGreaterThan(0.7);
        assertThat(onHead.advantage().figure().number().orElseThrow()).isGreaterThan(0.4);
        assertThat(onIgnorant.auc().figure().number().orElseThrow()).isEqualTo(0.5);
        assertThat(onHead.sentence()).contains("150 items learned from and 150 held out");
    }

    private static HeldOut held(LabelledFeatures data) {
        double[][] none = new double[data.size()][1];
        return new HeldOut(data.labels(), data.features(), data.target(), new HeldOut.Standing(none, none, none, "nothing", "nothing"), data.group());
    }

    private static PrivateHeadTrainer trainer(double epsilon, long seed) {
        double[] ones = new double[D];
        Arrays.fill(ones, 1);
        return new PrivateHeadTrainer(PrivacyBudget.of(epsilon), new Standardisation(new double[D], ones), new SecureGaussian(new SplittableRandom(seed)), DpSgd.Plan.DEFAULT);
    }

    private static double auc(LogisticHead head, LabelledFeatures data) {
        boolean[] truth = new boolean[data.size()];
        double[] score = new double[data.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = data.target()[i][0] == 1;
            score[i] = head.logits(data.features().get(i))[0];
        }
        return Ranking.rocAuc(ScoredSample.of(truth, score)).number().orElseThrow();
    }

    /** Six directions in which positives lie. */
    private static double[][] modes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] modes = new double[WEIGHTS.length][D];
        for (double[] mode : modes) {
            Arrays.setAll(mode, j -> random.nextGaussian());
            double norm = Math.sqrt(Arrays.stream(mode).map(x -> x * x).sum());
            Arrays.setAll(mode, j -> mode[j] * 5 / norm);
        }
        return modes;
    }

    /** 8 % positives, most of them in few modes. */
    private static LabelledFeatures pool(double[][] modes, long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> features = new ArrayList<>();
        double[][] target = new double[n][1];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            target[i][0] = random.nextDouble() < 0.08 ? 1 : 0;
            int mode = 0;
            for (double u = random.nextDouble(); mode < WEIGHTS.length - 1 && u >= WEIGHTS[mode]; mode++) {
                u -= WEIGHTS[mode];
            }
            float[] x = new float[D];
            for (int j = 0; j < D; j++) {
                x[j] = (float) (random.nextGaussian() + target[i][0] * modes[mode][j]);
            }
            features.add(x);
            weight[i] = 1;
        }
        return new LabelledFeatures(List.of("planted"), features, target, weight, IntStream.range(0, n).toArray());
    }

    /** Labels that hang on nothing. */
    private static LabelledFeatures guesses(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        LabelledFeatures pool = pool(new double[WEIGHTS.length][D], seed, n);
        double[][] target = new double[n][];
        Arrays.setAll(target, i -> new double[] {random.nextInt(2)});
        return new LabelledFeatures(pool.labels(), pool.features(), target, pool.weight(), pool.group());
    }
}
