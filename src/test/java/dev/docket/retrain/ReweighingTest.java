package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReweighingTest {

    @Test
    void noGroupHasMoreOfALabelUnderTheNewWeightsWhateverTheTargets() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 20 + random.nextInt(300);
            int groups = 2 + random.nextInt(6);
            double[] target = random.doubles(n).map(u -> u < 0.3 ? 0 : u < 0.6 ? 1 : u).toArray();
            double[] weight = random.doubles(n).map(u -> u < 0.2 ? 0.5 : 1).toArray();
            int[] group = random.ints(n, 0, groups).toArray();
            for (int i = 0; i < n; i++) {
                target[i] = group[i] == 0 ? target[i] * target[i] : target[i];
            }

            Reweighing weights = Reweighing.of(target, weight, group);

            assertThat(weights.after()).as("seed " + seed).isLessThanOrEqualTo(1e-9);
            assertThat(Arrays.stream(weights.target()).allMatch(t -> t >= 0 && t <= 1)).isTrue();
            assertThat(Arrays.stream(weights.weight()).sum()).isCloseTo(Arrays.stream(weight).sum(), within(1e-6));
        }
    }

    @Test
    void hardTargetsGetAifThreeSixtysWeights() {
        // group 0: 3 of 4 have it, group 1: 1 of 4; half of all
        double[] target = {1, 1, 1, 0, 1, 0, 0, 0};
        Reweighing weights = Reweighing.of(target, new double[] {1, 1, 1, 1, 1, 1, 1, 1}, new int[] {0, 0, 0, 0, 1, 1, 1, 1});

        assertThat(weights.before()).isEqualTo(0.5);
        assertThat(weights.weight()).containsExactly(new double[] {2 / 3.0, 2 / 3.0, 2 / 3.0, 2, 2, 2 / 3.0, 2 / 3.0, 2 / 3.0}, within(1e-12));
        assertThat(weights.target()).containsExactly(target, within(1e-12));
    }

    @Test
    void aGroupWithOneOutcomeKeepsItsWeights() {
        Reweighing weights = Reweighing.of(new double[] {1, 0, 1, 1, 0, 0}, new double[] {1, 1, 1, 1, 1, 1}, new int[] {0, 0, 1, 1, 2, 2});

        assertThat(weights.weight()).containsOnly(1.0);
    }
}
