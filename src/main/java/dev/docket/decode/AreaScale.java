package dev.docket.decode;

import java.util.Arrays;

/** Scales premultiplied pixels down to any size: each new pixel is the mean of the area it covers, borders by their share. */
final class AreaScale {
    private static final int CHANNELS = 4;

    private AreaScale() {}

    static int[] scale(int[] argb, int width, int height, int newWidth, int newHeight) {
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
                    scaleRow(argb, from * width, width, row, newWidth);
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
    private static void scaleRow(int[] argb, int start, int width, float[] row, int newWidth) {
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double left = x * step;
            double right = Math.min(width, left + step);
            float alpha = 0;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int from = (int) left; from < right; from++) {
                int pixel = argb[start + from];
                float weight = (float) (Math.min(right, from + 1.0) - Math.max(left, from));
                alpha += weight * (pixel >>> 24);
                red += weight * (pixel >> 16 & 0xFF);
                green += weight * (pixel >> 8 & 0xFF);
                blue += weight * (pixel & 0xFF);
            }
            row[CHANNELS * x] = alpha;
            row[CHANNELS * x + 1] = red;
            row[CHANNELS * x + 2] = green;
            row[CHANNELS * x + 3] = blue;
        }
    }

    private static void pack(float[] sums, int[] out, int at) {
        for (int i = 0, x = at; i < sums.length; i += CHANNELS, x++) {
            out[x] = level(sums[i]) << 24 | level(sums[i + 1]) << 16 | level(sums[i + 2]) << 8 | level(sums[i + 3]);
        }
    }

    private static int level(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }
}
