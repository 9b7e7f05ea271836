package dev.docket.metrics.drift;

import dev.docket.metrics.Figure;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Squared maximum mean discrepancy of two samples of vectors, unbiased: the mean kernel within each less twice the mean between
 * them, no row with itself. Kernel exp(-g |x - y|^2) with g = 1 / (2 median^2) of the pairwise distances of both together.
 * Source: Gretton, Borgwardt, Rasch, Schölkopf and Smola 2012, "A kernel two-sample test", equation 3; the p-value is the share of
 * random splits of the pooled rows, the one seen included, with as large a value (Phipson and Smyth 2010). Undefined with
 * fewer than two rows a side, and where most pairs of rows are equal.
 */
public final class MeanDiscrepancy {
    /** Rows of a side at most; of more, so many are drawn. */
    public static final int MOST_ROWS = 2_000;

    private final Figure value;
    private final Figure p;

    private MeanDiscrepancy(Figure value, Figure p) {
        this.value = value;
        this.p = p;
    }

    public Figure value() {
        return value;
    }

    /** The permutation p-value. */
    public Figure p() {
        return p;
    }

    /** Runs on several threads; the answer does not depend on how many. */
    public static MeanDiscrepancy of(double[][] reference, double[][] window, int permutations, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = drawn(reference, random);
        double[][] y = drawn(window, random);
        if (x.length < 2 || y.length < 2) {
            Figure few = Figure.undefined("there have to be two rows a side");
            return new MeanDiscrepancy(few, few);
        }
        double[][] rows = new double[x.length + y.length][];
        System.arraycopy(x, 0, rows, 0, x.length);
        System.arraycopy(y, 0, rows, x.length, y.length);
        double[][] kernel = squaredDistances(rows);
        double median = median(kernel);
        if (median == 0 || !Double.isFinite(median)) {
            Figure equal = Figure.undefined(median == 0 ? "most pairs of rows are equal, so that the kernel has no width" : "the rows lie too far apart");
            return new MeanDiscrepancy(equal, equal);
        }
        Arrays.stream(kernel).parallel().forEach(row -> {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.exp(-row[j] / (2 * median * median));
            }
        });
        int[] order = IntStream.range(0, rows.length).toArray();
        double seen = discrepancy(kernel, order, x.length);
        SplittableRandom[] each = new SplittableRandom[permutations];
        Arrays.setAll(each, b -> random.split());
        long asLarge = IntStream.range(0, permutations).parallel().filter(b -> discrepancy(kernel, shuffled(order, each[b]), x.length) >= seen).count();
        return new MeanDiscrepancy(Figure.of(seen), Figure.of((asLarge + 1.0) / (permutations + 1.0)));
    }

    private static double[][] drawn(double[][] rows, SplittableRandom random) {
        if (rows.length <= MOST_ROWS) {
            return rows;
        }
        int[] order = IntStream.range(0, rows.length).toArray();
        for (int i = 0; i < MOST_ROWS; i++) {
            int j = random.nextInt(i, order.length);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return Arrays.stream(order, 0, MOST_ROWS).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static int[] shuffled(int[] order, SplittableRandom random) {
        int[] shuffled = order.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        return shuffled;
    }

    /** Row i holds the distances to the rows before it. */
    private static double[][] squaredDistances(double[][] rows) {
        return IntStream.range(0, rows.length).parallel().mapToObj(i -> {
            double[] squares = new double[i];
            for (int j = 0; j < i; j++) {
                for (int c = 0; c < rows[i].length; c++) {
                    double difference = rows[i][c] - rows[j][c];
                    squares[j] += difference * difference;
                }
            }
            return squares;
        }).toArray(double[][]::new);
    }

    private static double median(double[][] squares) {
        double[] all = Arrays.stream(squares).flatMapToDouble(Arrays::stream).toArray();
        Arrays.parallelSort(all);
        int middle = all.length / 2;
        return all.length % 2 == 1 ? Math.sqrt(all[middle]) : (Math.sqrt(all[middle - 1]) + Math.sqrt(all[middle])) / 2;
    }

    private static double discrepancy(double[][] kernel, int[] order, int n) {
        boolean[] first = new boolean[order.length];
        for (int i = 0; i < n; i++) {
            first[order[i]] = true;
        }
        double within = 0;
        double other = 0;
        double between = 0;
        for (int i = 0; i < kernel.length; i++) {
            double same = 0;
            double different = 0;
            for (int j = 0; j < i; j++) {
                if (first[i] == first[j]) {
                    same += kernel[i][j];
                } else {
                    different += kernel[i][j];
                }
            }
            within += first[i] ? same : 0;
            other += first[i] ? 0 : same;
            between += different;
        }
        double m = order.length - n;
        return 2 * within / (n * (n - 1.0)) + 2 * other / (m * (m - 1)) - 2 * between / (n * m);
    }
}
