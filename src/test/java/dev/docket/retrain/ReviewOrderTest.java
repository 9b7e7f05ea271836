package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.retrain.OrderSimulation.Course;
import dev.docket.retrain.OrderSimulation.Pool;
import dev.docket.retrain.OrderSimulation.Work;
import dev.docket.retrain.ReviewOrder.Pick;
import dev.docket.retrain.ReviewOrder.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewOrderTest {
    private static final double[] RISING = IntStream.range(0, 200).mapToDouble(i -> i / 200.0).toArray();
    private static final float[][] ALIKE = IntStream.range(0, 200).mapToObj(i -> new float[] {i % 10, i / 10}).toArray(float[][]::new);

    @Test
    void theMixIsSeventyTwentyTenAndServesNothingTwice() {
        List<Pick> picks = ReviewOrder.MIXED.next(RISING, ALIKE, 100, new SplittableRandom(1));
        assertThat(picks).hasSize(100);
        assertThat(picks.stream().map(Pick::index).distinct()).hasSize(100);
        for (Slice slice : Slice.values()) {
            long wanted = switch (slice) {
                case SCORE -> 70;
                case DOUBT -> 20;
                case AUDIT -> 10;
            };
            assertThat(picks.stream().filter(pick -> pick.slice() == slice)).hasSize((int) wanted);
        }
    }

    @Test
    void onlyTheAuditHasAProbabilityAndItIsWhatItSays() {
        int[] drawn = new int[40];
        int rounds = 20_000;
        double[] score = Arrays.copyOf(RISING, 40);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < rounds; i++) {
            for (Pick pick : ReviewOrder.MIXED.next(score, ALIKE, 20, random)) {
                assertThat(pick.probability()).isEqualTo(pick.slice() == Slice.AUDIT ? 2 / 40.0 : 0);
                drawn[pick.index()] += pick.slice() == Slice.AUDIT ? 1 : 0;
            }
        }
        // five standard deviations of a binomial share
        double reach = 5 * Math.sqrt(0.05 * 0.95 / rounds);
        for (int count : drawn) {
            assertThat(count / (double) rounds).isCloseTo(0.05, within(reach));
        }
    }

    @Test
    void theDoubtfulAreUnlikeEachOther() {
        List<Pick> picks = ReviewOrder.UNCERTAIN.next(RISING, ALIKE, 4, new SplittableRandom(1));
        // the twenty of the most doubtful lie in two rows of ten: their corners are farthest apart
        assertThat(picks.getFirst().index()).isEqualTo(100);
        assertThat(picks.stream().map(pick -> ALIKE[pick.index()][0]).distinct().count()).isGreaterThanOrEqualTo(2);
        assertThat(picks.stream().mapToDouble(pick -> ALIKE[pick.index()][0]).max().orElseThrow()).isEqualTo(9);
    }

    @Test
    void fewerWaitThanAreAskedFor() {
        for (ReviewOrder order : ReviewOrder.values()) {
            List<Pick> picks = order.next(Arrays.copyOf(RISING, 7), ALIKE, 50, new SplittableRandom(3));
            assertThat(picks.stream().map(Pick::index).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void onNoisyVerdictsTheMixNeedsFewerThanRandomAndTheSameSeedGivesTheSame() {
        Work work = new Work(50, 750, 0.05);
        double mixed = 0;
        double random = 0;
        for (int seed = 1; seed <= 2; seed++) {
            OrderSimulation simulation = new OrderSimulation(Pool.painted(seed, 5000, 1000, 64, 0.08, 6), work);
            Course chance = simulation.run(ReviewOrder.RANDOM, seed);
            Course mix = simulation.run(ReviewOrder.MIXED, seed);
            assertThat(mix.found()).as("seed " + seed).isGreaterThan(2 * chance.found());
            mixed += mix.reaches(chance.last()).orElse(work.budget());
            random += chance.reaches(chance.last()).orElseThrow();
            if (seed == 1) {
                assertThat(simulation.run(ReviewOrder.MIXED, seed).precision()).containsExactly(mix.precision());
            }
        }
        assertThat(mixed / random).isLessThanOrEqualTo(0.6);
    }
}
