package dev.docket.hash;

import java.util.Arrays;

/**
 * The box filter along eight rows at once, so that the sum of one row need not wait for another's. Zeros lie about each
 * row: they add nothing and spare the loop its two ends. Loops that divide have one index, or they would not vectorise.
 * One thread.
 */
final class PdqAcross {
    static final int ROWS = 8;

    private final int window;
    private final int ahead;
    private final int width;
    private final float[] covered;
    private final float[][] in;
    private final float[][] out;

    PdqAcross(int width) {
        this.width = width;
        window = PdqTent.window(width);
        ahead = PdqTent.ahead(window);
        in = new float[ROWS][window + width + ahead];
        out = new float[ROWS][window + width + ahead];
        covered = new float[window + width + ahead];
        for (int x = 0; x < width; x++) {
            covered[window + x] = PdqTent.covered(x, width);
        }
    }

    /** Where the values of a row begin in its array. */
    int start() {
        return window;
    }

    /** What is to be filtered; only the {@code width} values from {@link #start} on may be written. */
    float[] in(int row) {
        return in[row];
    }

    /** Sums along all eight rows. */
    void run() {
        float[] i0 = in[0];
        float[] i1 = in[1];
        float[] i2 = in[2];
        float[] i3 = in[3];
        float[] i4 = in[4];
        float[] i5 = in[5];
        float[] i6 = in[6];
        float[] i7 = in[7];
        float[] o0 = out[0];
        float[] o1 = out[1];
        float[] o2 = out[2];
        float[] o3 = out[3];
        float[] o4 = out[4];
        float[] o5 = out[5];
        float[] o6 = out[6];
        float[] o7 = out[7];
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int to = window - ahead;
        for (int left = 0; left < width + ahead; left++) {
            int right = left + window;
            o0[left + to] = s0 = s0 + i0[right] - i0[left];
            o1[left + to] = s1 = s1 + i1[right] - i1[left];
            o2[left + to] = s2 = s2 + i2[right] - i2[left];
            o3[left + to] = s3 = s3 + i3[right] - i3[left];
            o4[left + to] = s4 = s4 + i4[right] - i4[left];
            o5[left + to] = s5 = s5 + i5[right] - i5[left];
            o6[left + to] = s6 = s6 + i6[right] - i6[left];
            o7[left + to] = s7 = s7 + i7[right] - i7[left];
        }
    }

    /** The means of a row from {@link #start} on, zeros about them; to be asked once after a run. */
    float[] means(int row) {
        float[] sums = out[row];
        Arrays.fill(sums, window - ahead, window, 0);
        for (int x = window; x < window + width; x++) {
            sums[x] = sums[x] / covered[x];
        }
        return sums;
    }

    /** The means of a row at these places only. */
    void means(int row, int[] places, float[] to) {
        float[] sums = out[row];
        for (int i = 0; i < places.length; i++) {
            to[i] = sums[window + places[i]] / covered[window + places[i]];
        }
    }
}
