package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.golden.Golden;
import dev.docket.golden.Lcg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LogisticFitTest {

    @TestFactory
    Stream<DynamicTest> coefficientsEqualScikitLearns() throws IOException {
        return Golden.read("logistic").get("fits").valueStream().map(expected -> DynamicTest.dynamicTest("seed " + expected.get("seed"), () -> {
            int d = expected.get("d").asInt();
            Design design = design(expected.get("seed").asLong(), expected.get("n").asInt(), d);

            double[] found = design.fit().solve(expected.get("lambda").asDouble());

            for (int j = 0; j < d; j++) {
                assertThat(found[j]).as("weight " + j).isCloseTo(expected.get("weights").get(j).asDouble(), within(1e-6));
            }
            assertThat(found[d]).as("bias").isCloseTo(expected.get("bias").asDouble(), within(1e-6));
        }));
    }

    @Test
    void theSameRowsGiveTheSameBits() {
        double[] once = design(12, 60, 40).fit().solve(10);

        assertThat(design(12, 60, 40).fit().solve(10)).containsExactly(once);
    }

    @Test
    void aWarmStartEndsAtTheSamePlace() {
        LogisticFit fit = design(14, 80, 100).fit();

        double[] cold = fit.solve(1);
        double[] warm = fit.solve(1, fit.solve(200), 1e-10);

        assertThat(warm).containsExactly(cold, within(1e-6));
    }

    /** Standardised rows, targets and weights of the judged rows. */
    record Design(double[][] rows, double[] target, double[] weight) {
        LogisticFit fit() {
            return new LogisticFit(rows, target, weight);
        }
    }

    /** As golden.py's {@code design}. */
    static Design design(long seed, int n, int d) {
        Lcg random = new Lcg(seed);
        List<float[]> features = new ArrayList<>();
        double[] soft = new double[n];
        double[] weight = new double[n];
        boolean[] judged = new boolean[n];
        for (int i = 0; i < n; i++) {
            float[] x = new float[d];
            for (int j = 0; j < d; j++) {
                x[j] = (float) (j == d - 1 ? 5.0 : (j + 1) * (random.next() + random.next() - 1) + 3 * j);
            }
            double z = 0;
            for (int j = 0; j < Math.min(d - 1, 6); j++) {
                z += (j % 2 == 0 ? 1 : -0.7) * (x[j] - 3.0 * j) / (j + 1);
            }
            double p = 1 / (1 + StrictMath.exp(-2 * z));
            double u = random.next();
            soft[i] = random.next() < 0.7 ? (u < p ? 1 : 0) : Math.floor(p * 8) / 8;
            weight[i] = random.next() < 0.2 ? 0.5 : 1;
            judged[i] = random.next() < 0.9;
            features.add(x);
        }
        Standardisation standardisation = Standardisation.of(features);
        int[] kept = IntStream.range(0, n).filter(i -> judged[i]).toArray();
        return new Design(
                Arrays.stream(kept).mapToObj(i -> standardisation.apply(features.get(i))).toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(i -> soft[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> weight[i]).toArray());
    }
}
