package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;

/**
 * A picture reduced to what a cover may show: shrunk until nothing small survives, then smoothed. The result holds no
 * more detail than the shrunken picture, whatever is done to it on screen. Several threads.
 */
public final class CoveredPixels {
    private static final int RESULT_SIDE = 384;

    private CoveredPixels() {}

    /**
     * @param blur 1..100 percent; at 100 the picture keeps 10 pixels on its longer side, at 60 26, at 30 64
     * @param grey whether colour goes too
     */
    public static DecodedImage of(DecodedImage full, int blur, boolean grey) {
        int detail = (int) Math.round(128 * Math.pow(10 / 128.0, blur / 100.0));
        int[] size = fit(full.width(), full.height(), detail);
        float[][] small = shrink(full, size[0], size[1], grey);
        int[] wide = fit(full.width(), full.height(), RESULT_SIDE);
        float[][] smooth = new float[3][];
        int radius = Math.max(1, RESULT_SIDE / detail / 3);
        for (int channel = 0; channel < 3; channel++) {
            smooth[channel] = enlarge(small[channel], size[0], size[1], wide[0], wide[1]);
            for (int pass = 0; pass < 3; pass++) {
                smooth[channel] = boxRows(smooth[channel], wide[0], wide[1], radius);
                smooth[channel] = transpose(boxRows(transpose(smooth[channel], wide[0], wide[1]), wide[1], wide[0], radius), wide[1], wide[0]);
            }
        }
        return new DecodedImage(wide[0], wide[1], pack(smooth), full.header(), false);
    }

    private static int[] fit(int width, int height, int side) {
        double scale = (double) side / Math.max(width, height);
        return new int[] {Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale))};
    }

    /** Area average onto a white ground; channels 0..255. */
    private static float[][] shrink(DecodedImage full, int width, int height, boolean grey) {
        float[][] sums = new float[3][width * height];
        int[] counts = new int[width * height];
        for (int y = 0; y < full.height(); y++) {
            int row = (int) ((long) y * height / full.height()) * width;
            for (int x = 0; x < full.width(); x++) {
                int at = row + (int) ((long) x * width / full.width());
                int argb = full.argb()[y * full.width() + x];
                int ground = 255 - (argb >>> 24);
                sums[0][at] += (argb >> 16 & 255) + ground;
                sums[1][at] += (argb >> 8 & 255) + ground;
                sums[2][at] += (argb & 255) + ground;
                counts[at]++;
            }
        }
        for (int at = 0; at < counts.length; at++) {
            int n = Math.max(1, counts[at]);
            float red = sums[0][at] / n;
            float green = sums[1][at] / n;
            float blue = sums[2][at] / n;
            float luma = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
            sums[0][at] = grey ? luma : red;
            sums[1][at] = grey ? luma : green;
            sums[2][at] = grey ? luma : blue;
        }
        return sums;
    }

    private static float[] enlarge(float[] from, int w, int h, int width, int height) {
        float[] to = new float[width * height];
        for (int y = 0; y < height; y++) {
            float v = Math.clamp((y + 0.5f) * h / height - 0.5f, 0, h - 1);
            int y0 = (int) v;
            int y1 = Math.min(h - 1, y0 + 1);
            for (int x = 0; x < width; x++) {
                float u = Math.clamp((x + 0.5f) * w / width - 0.5f, 0, w - 1);
                int x0 = (int) u;
                int x1 = Math.min(w - 1, x0 + 1);
                float top = from[y0 * w + x0] * (1 - u + x0) + from[y0 * w + x1] * (u - x0);
                float bottom = from[y1 * w + x0] * (1 - u + x0) + from[y1 * w + x1] * (u - x0);
                to[y * width + x] = top * (1 - v + y0) + bottom * (v - y0);
            }
        }
        return to;
    }

    private static float[] boxRows(float[] from, int width, int height, int radius) {
        float[] to = new float[from.length];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            double sum = 0;
            for (int x = -radius; x <= radius; x++) {
                sum += from[row + Math.clamp(x, 0, width - 1)];
            }
            for (int x = 0; x < width; x++) {
                to[row + x] = (float) (sum / (2 * radius + 1));
                sum += from[row + Math.min(width - 1, x + radius + 1)] - from[row + Math.max(0, x - radius)];
            }
        }
        return to;
    }

    private static float[] transpose(float[] from, int width, int height) {
        float[] to = new float[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[x * height + y] = from[y * width + x];
            }
        }
        return to;
    }

    private static int[] pack(float[][] channels) {
        int[] argb = new int[channels[0].length];
        for (int at = 0; at < argb.length; at++) {
            argb[at] = 0xFF000000 | Math.round(channels[0][at]) << 16 | Math.round(channels[1][at]) << 8 | Math.round(channels[2][at]);
        }
        return argb;
    }
}
