package dev.docket.hash;

import java.util.Arrays;

/**
 * The box filter down all columns at once: a row enters, the one that is a window older leaves. Before the first row
 * and after the last come zeros. One thread.
 */
final class PdqDown {
    private final int height;
    private final int ahead;
    private final float[] sums;
    private final float[][] last;
    private int entered;

    /** @param width length of the arrays that hold the rows */
    PdqDown(int width, int height) {
        this.height = height;
        int window = PdqTent.window(height);
        ahead = PdqTent.ahead(window);
        sums = new float[width];
        last = new float[window][width];
    }

    void enter(float[] row) {
        float[] sum = sums;
        float[] leaving = last[entered % last.length];
        for (int x = 0; x < sum.length; x++) {
            sum[x] = sum[x] + row[x] - leaving[x];
        }
        System.arraycopy(row, 0, leaving, 0, leaving.length);
        entered++;
    }

    /** The row whose means there are now; below 0 until enough have entered. */
    int at() {
        return entered - 1 - ahead;
    }

    /** The means of the row it is at; zeros before the first and after the last. */
    void means(float[] out) {
        if (at() < 0 || at() >= height) {
            Arrays.fill(out, 0);
            return;
        }
        float[] sum = sums;
        float covered = PdqTent.covered(at(), height);
        for (int x = 0; x < sum.length; x++) {
            out[x] = sum[x] / covered;
        }
    }
}
