package dev.docket.decode;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Scales premultiplied pixels down to any size: each new pixel is the mean of the area it covers, borders by their share. */
final class AreaScale {
    private static final int CHANNELS = 4;

    private AreaScale() {}

    /** @param argb row-major, from position 0 */
    static int[] scale(IntBuffer argb, int width, int height, int newWidth, int newHeight) {
        int[] line = new int[width];
        float[] sums = new float[CHANNELS * newWidth];
        float[] row = new float[CHANNELS * newWidth];
        int[] out = new int[newWidth * newHeight];
        double stepDown = (double) height / newHeight;
        float share = (float) ((double) newWidth / width / stepDown);
        int scaledRow = -1;
        for (int y = 0; y < newHeight; y++) {
            double top = y * stepDown;
            double bottom = Math.min(height, top + stepDown);
            Arrays.fill(sums, 0);
            for (int from = (int) top; from < bottom; from++) {
                if (from != scaledRow) {
                    argb.get(from * width, line);
                    scaleRow(line, row, newWidth);
                    scaledRow = from;
                }
                float weight = (float) (Math.min(bottom, from + 1.0) - Math.max(top, from)) * share;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weight * row[i];
                }
            }
            pack(sums, out, y * newWidth);
        }
        return out;
    }

    /** Sums, not yet means, of what each new pixel covers in one row. */
    private static void scaleRow(int[] line, float[] row, int newWidth) {
        int width = line.length;
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double left = x * step;
            double right = Math.min(width, left + step);
            int first = (int) left;
            int last = Math.min(width - 1, (int) right);
            sumWhole(line, first, last, row, CHANNELS * x);
            // the first pixel counted whole, the last not at all
            addShare(line[first], (float) (first - left), row, CHANNELS * x);
            addShare(line[last], (float) (right - last), row, CHANNELS * x);
        }
    }

    private static void sumWhole(int[] line, int from, int to, float[] sums, int at) {
        int alpha = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = from; i < to; i++) {
            int pixel = line[i];
            alpha += pixel >>> 24;
            red += pixel >> 16 & 0xFF;
            green += pixel >> 8 & 0xFF;
            blue += pixel & 0xFF;
        }
        sums[at] = alpha;
        sums[at + 1] = red;
        sums[at + 2] = green;
        sums[at + 3] = blue;
    }

    private static void addShare(int pixel, float share, float[] sums, int at) {
        sums[at] += share * (pixel >>> 24);
        sums[at + 1] += share * (pixel >> 16 & 0xFF);
        sums[at + 2] += share * (pixel >> 8 & 0xFF);
        sums[at + 3] += share * (pixel & 0xFF);
    }

    private static void pack(float[] sums, int[] out, int at) {
        for (int i = 0, x = at; i < sums.length; i += CHANNELS, x++) {
            out[x] = level(sums[i]) << 24 | level(sums[i + 1]) << 16 | level(sums[i + 2]) << 8 | level(sums[i + 3]);
        }
    }

    private static int level(float value) {
        return Math.clamp((int) (value + 0.5f), 0, 255);
    }
}
