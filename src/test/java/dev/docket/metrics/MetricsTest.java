package dev.docket.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void whatCannotBeComputedSaysWhy() {
        ScoredSample noPositive = ScoredSample.of(new boolean[] {false, false}, new double[] {0.1, 0.9});
        ScoredSample empty = ScoredSample.of(new boolean[0], new double[0]);

        assertThat(Ranking.averagePrecision(noPositive).whyUndefined()).contains("no item has the label");
        assertThat(Ranking.rocAuc(noPositive).whyUndefined()).contains("no item has the label");
        assertThat(Calibration.brier(empty).whyUndefined()).contains("there are no items");
        assertThat(Calibration.mce(empty, 10).whyUndefined()).contains("there are no items");
        assertThat(Proportions.rate(0, 0, 0.95).figure().whyUndefined()).contains("there is nothing to count");
        assertThat(Bootstrap.DEFAULT.of(noPositive, Ranking::averagePrecision).interval()).isEmpty();
        assertThat(Ranking.rocAuc(noPositive).json()).isEqualTo(Map.of("undefined", "no item has the label"));
    }

    @Test
    void aPerfectRankingScoresOneAndAConstantOneScoresThePrevalence() {
        boolean[] truth = {true, false, true, false, false};

        assertThat(Ranking.averagePrecision(ScoredSample.of(truth, new double[] {.9, .1, .8, .2, .3}))).isEqualTo(Figure.of(1));
        assertThat(Ranking.averagePrecision(ScoredSample.of(truth, new double[5])).number().orElseThrow()).isCloseTo(0.4, within(1e-15));
        assertThat(Ranking.rocAuc(ScoredSample.of(truth, new double[5]))).isEqualTo(Figure.of(0.5));
    }

    @Test
    void rankingsDoNotDependOnTheOrderOfTiedItems() {
        ScoredSample sample = ScoredSample.of(new boolean[] {true, false, true, false}, new double[] {.5, .5, .5, .1});

        assertThat(Ranking.averagePrecision(sample.at(new int[] {3, 1, 0, 2}))).isEqualTo(Ranking.averagePrecision(sample));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        ScoredSample sample = random(1, 80, 0.2);

        assertThat(Bootstrap.DEFAULT.of(sample, Ranking::averagePrecision)).isEqualTo(Bootstrap.DEFAULT.of(sample, Ranking::averagePrecision));
        assertThat(new Bootstrap(2000, 0.95, 7).of(sample, Ranking::averagePrecision)).isNotEqualTo(Bootstrap.DEFAULT.of(sample, Ranking::averagePrecision));
    }

    @Test
    void bootstrapIntervalsOfAMeanAgreeWithTheNormalApproximation() {
        ScoredSample sample = random(3, 400, 0.3);
        double p = sample.positives() / 400.0;

        Interval interval = Bootstrap.DEFAULT.of(sample, s -> Figure.of((double) s.positives() / s.size())).interval().orElseThrow();

        double half = 1.96 * Math.sqrt(p * (1 - p) / 400);
        assertThat(interval.low()).isCloseTo(p - half, within(0.006));
        assertThat(interval.high()).isCloseTo(p + half, within(0.006));
    }

    @Test
    void pairingNarrowsTheIntervalOfADifference() {
        ScoredSample first = random(5, 150, 0.3);
        SplittableRandom noise = new SplittableRandom(9);
        ScoredSample second = first.withScores(java.util.Arrays.stream(first.score()).map(s -> s + 0.02 * noise.nextDouble()).toArray());

        Interval paired = Bootstrap.DEFAULT.ofDifference(first, second, Ranking::averagePrecision).interval().orElseThrow();
        Interval alone = Bootstrap.DEFAULT.of(first, Ranking::averagePrecision).interval().orElseThrow();

        assertThat(paired.high() - paired.low()).isLessThan((alone.high() - alone.low()) / 3);
    }

    @Test
    void drawingWholeGroupsWidensTheInterval() {
        // ten copies of each of 20 items know no more than the 20 do
        boolean[] truth = new boolean[200];
        double[] score = new double[200];
        for (int i = 0; i < 200; i++) {
            truth[i] = i / 10 % 2 == 0;
            score[i] = i;
        }
        ScoredSample sample = ScoredSample.of(truth, score);

        Interval byItem = Bootstrap.DEFAULT.of(sample, s -> Figure.of(s.positives())).interval().orElseThrow();
        Interval byGroup = Bootstrap.DEFAULT.ofGroups(200, i -> i / 10, places -> Figure.of(sample.at(places).positives())).interval().orElseThrow();

        assertThat(byGroup.high() - byGroup.low()).isGreaterThan(2.5 * (byItem.high() - byItem.low()));
    }

    @Test
    void aPlantedBiasIsFoundAndTheOtherGroupsStaySilent() {
        List<GroupRates.Flagged> items = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1200; i++) {
            String group = List.of("A", "B", "C").get(i % 3);
            items.add(new GroupRates.Flagged(group, false, random.nextDouble() < (group.equals("C") ? 0.30 : 0.10)));
        }
        items.add(new GroupRates.Flagged("D", false, true));

        List<GroupRates.Row> rows = GroupRates.falsePositives(items, "A", 0.95);

        assertThat(rows).filteredOn(GroupRates.Row::differs).extracting(GroupRates.Row::group).containsExactly("C");
        assertThat(rows.get(3).falsePositiveRate().figure().whyUndefined().orElseThrow()).startsWith("only 1 innocent items");
        assertThat(rows.getFirst().difference().figure().whyUndefined()).contains("it is the reference group");
        assertThat(GroupRates.largest(items)).contains("A");
    }

    @Test
    void aGuiltyItemDoesNotCountAsWronglyFlagged() {
        List<GroupRates.Flagged> items = List.of(new GroupRates.Flagged("A", true, true), new GroupRates.Flagged("A", false, false));

        GroupRates.Row row = GroupRates.falsePositives(items, "A", 0.95, 1).getFirst();

        assertThat(row.innocent()).isEqualTo(1);
        assertThat(row.falsePositiveRate().figure()).isEqualTo(Figure.of(0));
    }

    @Test
    void aBiasOverManyLabelsIsFoundItemByItem() {
        List<WrongFlags.Counted> items = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 120; i++) {
            String group = List.of("A", "B", "C").get(i % 3);
            double rate = group.equals("C") ? 0.35 : 0.1;
            int wrong = (int) random.doubles(6).filter(u -> u < rate).count();
            items.add(new WrongFlags.Counted(group, i / 2, 6, wrong));
        }
        items.add(new WrongFlags.Counted("D", 1000, 6, 6));

        List<WrongFlags.Row> rows = WrongFlags.byGroup(items, "A", Bootstrap.DEFAULT, WrongFlags.SMALLEST);

        assertThat(rows).filteredOn(WrongFlags.Row::differs).extracting(WrongFlags.Row::group).containsExactly("C");
        assertThat(rows.getLast().rate().figure().whyUndefined().orElseThrow()).startsWith("only 1 items");
        assertThat(WrongFlags.middle(items, WrongFlags.SMALLEST)).hasValueSatisfying(group -> assertThat(group).isIn("A", "B"));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScoredSample.of(new boolean[1], new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.rate(3, 2, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.brier(ScoredSample.of(new boolean[1], new double[] {1.5})));
    }

    @Test
    void criticalValuesAreThePrintedOnes() {
        assertThat(Normal.critical(0.95)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.critical(0.99)).isCloseTo(2.5758293035489004, within(1e-14));
        assertThat(Normal.quantile(1e-12)).isCloseTo(-7.034483825301131, within(1e-10));
    }

    private static ScoredSample random(long seed, int n, double positive) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] truth = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = random.nextDouble() < positive;
            score[i] = random.nextDouble() + (truth[i] ? 0.3 : 0);
        }
        return ScoredSample.of(truth, score);
    }
}
