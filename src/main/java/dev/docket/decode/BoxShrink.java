package dev.docket.decode;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Scales down by a whole number: each pixel is the mean of a block of premultiplied pixels, rounded. */
public final class BoxShrink {
    /** Two channels of 8 bits with 8 bits above each, for sums. */
    private static final int LANES = 0x00FF00FF;
    /** The most pixels whose sums fit beside each other. */
    private static final int MOST = 256;

    private final int width;
    private final int by;
    private final int[] row;
    /** Sums down the columns of a block's rows: red beside blue, and alpha beside green. */
    private final int[] redBlue;
    private final int[] alphaGreen;
    /** By channel, one after another, the sums of what does not fit into lanes. */
    private final long[] sums;

    private BoxShrink(int width, int by) {
        this.width = width;
        this.by = by;
        row = new int[width];
        redBlue = new int[width];
        alphaGreen = new int[width];
        sums = new long[4 * Math.ceilDiv(width, by)];
    }

    /** @return {@code ceil(width / by) * ceil(height / by)} pixels; blocks at the right and lower edge may be smaller */
    public static int[] shrink(IntBuffer argb, int width, int height, int by) {
        int outWidth = Math.ceilDiv(width, by);
        int outHeight = Math.ceilDiv(height, by);
        int[] out = new int[Math.multiplyExact(outWidth, outHeight)];
        BoxShrink shrink = new BoxShrink(width, by);
        for (int y = 0; y < outHeight; y++) {
            int rows = Math.min(by, height - y * by);
            if (rows * by <= MOST) {
                shrink.sumRows(argb, y * by, rows);
                shrink.meansOfLanes(rows, out, y * outWidth);
            } else {
                Arrays.fill(shrink.sums, 0);
                for (int done = 0; done < rows; done += MOST) {
                    shrink.sumRows(argb, y * by + done, Math.min(MOST, rows - done));
                    shrink.addColumns();
                }
                shrink.means(rows, out, y * outWidth);
            }
        }
        return out;
    }

    private void sumRows(IntBuffer argb, int top, int rows) {
        Arrays.fill(redBlue, 0);
        Arrays.fill(alphaGreen, 0);
        for (int r = 0; r < rows; r++) {
            argb.get((top + r) * width, row);
            for (int x = 0; x < width; x++) {
                redBlue[x] += row[x] & LANES;
                alphaGreen[x] += row[x] >>> 8 & LANES;
            }
        }
    }

    private void meansOfLanes(int rows, int[] out, int at) {
        for (int from = 0, to = at; from < width; from += by, to++) {
            int columns = Math.min(by, width - from);
            int rb = 0;
            int ag = 0;
            for (int x = from; x < from + columns; x++) {
                rb += redBlue[x];
                ag += alphaGreen[x];
            }
            int count = rows * columns;
            out[to] = Integer.bitCount(count) == 1 ? shifted(rb, ag, count)
                    : mean(ag >>> 16, rb >>> 16, ag & 0xFFFF, rb & 0xFFFF, count);
        }
    }

    /** The mean of a power of two of pixels, two channels at a time. */
    private static int shifted(int rb, int ag, int count) {
        int halves = (count >> 1) * 0x00010001;
        int shift = Integer.numberOfTrailingZeros(count);
        return (rb + halves >>> shift & LANES) | (ag + halves >>> shift & LANES) << 8;
    }

    private void addColumns() {
        for (int x = 0, block = 0; x < width; block += 4) {
            for (int end = Math.min(x + by, width); x < end; x++) {
                sums[block] += alphaGreen[x] >>> 16;
                sums[block + 1] += redBlue[x] >>> 16;
                sums[block + 2] += alphaGreen[x] & 0xFFFF;
                sums[block + 3] += redBlue[x] & 0xFFFF;
            }
        }
    }

    private void means(int rows, int[] out, int at) {
        for (int from = 0, block = 0; from < width; from += by, block += 4) {
            out[at + block / 4] = mean(sums[block], sums[block + 1], sums[block + 2], sums[block + 3],
                    (long) rows * Math.min(by, width - from));
        }
    }

    private static int mean(long alpha, long red, long green, long blue, long count) {
        long half = count / 2;
        return (int) ((alpha + half) / count << 24 | (red + half) / count << 16 | (green + half) / count << 8 | (blue + half) / count);
    }
}
