package dev.docket.decode;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Scales down by a whole number: each pixel is the mean of a block of premultiplied pixels, rounded. */
public final class BoxShrink {
    private BoxShrink() {}

    /** @return {@code ceil(width / by) * ceil(height / by)} pixels; blocks at the right and lower edge may be smaller */
    public static int[] shrink(IntBuffer argb, int width, int height, int by) {
        int outWidth = Math.ceilDiv(width, by);
        int outHeight = Math.ceilDiv(height, by);
        int[] out = new int[outWidth * outHeight];
        int[] row = new int[width];
        int[] sums = new int[4 * outWidth];
        for (int y = 0; y < outHeight; y++) {
            int rows = Math.min(by, height - y * by);
            Arrays.fill(sums, 0);
            for (int r = 0; r < rows; r++) {
                argb.get((y * by + r) * width, row, 0, width);
                addRow(row, sums, by);
            }
            for (int x = 0; x < outWidth; x++) {
                out[y * outWidth + x] = mean(sums, 4 * x, rows * Math.min(by, width - x * by));
            }
        }
        return out;
    }

    private static void addRow(int[] row, int[] sums, int by) {
        for (int x = 0, sum = 0; x < row.length; sum += 4) {
            int end = Math.min(x + by, row.length);
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (; x < end; x++) {
                int pixel = row[x];
                a += pixel >>> 24;
                r += pixel >> 16 & 0xFF;
                g += pixel >> 8 & 0xFF;
                b += pixel & 0xFF;
            }
            sums[sum] += a;
            sums[sum + 1] += r;
            sums[sum + 2] += g;
            sums[sum + 3] += b;
        }
    }

    private static int mean(int[] sums, int at, int count) {
        int half = count / 2;
        return (sums[at] + half) / count << 24 | (sums[at + 1] + half) / count << 16
                | (sums[at + 2] + half) / count << 8 | (sums[at + 3] + half) / count;
    }
}
