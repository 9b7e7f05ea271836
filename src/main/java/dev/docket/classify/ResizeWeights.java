package dev.docket.classify;

import java.util.Arrays;

/**
 * How much each source line (a row or a column) gives to each line of the result: PIL's weights in 22-bit fixed point,
 * and the sum over them. Source: the algorithm of Pillow's Resample.c, 9.4.
 */
final class ResizeWeights {
    private static final int PRECISION_BITS = 32 - 8 - 2;
    private static final int HALF = 1 << (PRECISION_BITS - 1);

    private final int[] first;
    private final int[] count;
    private final int[] values;
    private final int most;

    private ResizeWeights(int lines, int most) {
        first = new int[lines];
        count = new int[lines];
        values = new int[Math.multiplyExact(lines, most)];
        this.most = most;
    }

    /**
     * @param from lines of the source, above 0
     * @param to lines of the result, above 0
     */
    static ResizeWeights of(int from, int to, ResizeFilter filter) {
        double scale = (double) from / to;
        double filterScale = Math.max(scale, 1);
        double support = filter.support() * filterScale;
        ResizeWeights weights = new ResizeWeights(to, (int) Math.ceil(support) * 2 + 1);
        double[] exact = new double[weights.most];
        for (int line = 0; line < to; line++) {
            double centre = (line + 0.5) * scale;
            int first = Math.max((int) (centre - support + 0.5), 0);
            int count = Math.min((int) (centre + support + 0.5), from) - first;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                // as Pillow computes it: times the reciprocal, not divided
                exact[i] = filter.at((i + first - centre + 0.5) * (1.0 / filterScale));
                sum += exact[i];
            }
            weights.set(line, first, count, exact, sum);
        }
        return weights;
    }

    private void set(int line, int firstLine, int lines, double[] exact, double sum) {
        first[line] = firstLine;
        count[line] = lines;
        for (int i = 0; i < lines; i++) {
            double weight = sum == 0 ? exact[i] : exact[i] / sum;
            values[line * most + i] = (int) (weight * (1 << PRECISION_BITS) + (weight < 0 ? -0.5 : 0.5));
        }
    }

    /** The first source line that a line of the result is made of. */
    int first(int line) {
        return first[line];
    }

    /** The source line after the last one that a line of the result is made of. */
    int end(int line) {
        return first[line] + count[line];
    }

    /** No line of the result is made of more source lines than this. */
    int most() {
        return most;
    }

    /**
     * One line of the result, in 8 bits.
     *
     * @param ring the source lines, line {@code i} at {@code i % ring.length}; values of 0..255
     * @param sums receives the result, 0..255
     */
    void sum(int line, int[][] ring, int[] sums) {
        Arrays.fill(sums, HALF);
        int weight = line * most;
        int source = first[line];
        int left = count[line];
        for (; left >= 4; left -= 4, source += 4, weight += 4) {
            add(sums, at(ring, source), at(ring, source + 1), at(ring, source + 2), at(ring, source + 3),
                    values[weight], values[weight + 1], values[weight + 2], values[weight + 3]);
        }
        for (; left > 0; left--, source++, weight++) {
            add(sums, at(ring, source), values[weight]);
        }
        clip(sums);
    }

    private static int[] at(int[][] ring, int line) {
        return ring[line % ring.length];
    }

    // One index for every array: with an offset, or a byte array among them, the JIT does not vectorise these loops.

    private static void add(int[] sums, int[] a, int[] b, int[] c, int[] d, int forA, int forB, int forC, int forD) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i] + a[i] * forA + b[i] * forB + c[i] * forC + d[i] * forD;
        }
    }

    private static void add(int[] sums, int[] a, int forA) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[i] * forA;
        }
    }

    private static void clip(int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.min(Math.max(sums[i] >> PRECISION_BITS, 0), 255);
        }
    }
}
