package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;

/** A cover of few pixels drawn out by cubic B-splines, so that scaling it up on screen shows no grid. It holds no detail more. Several threads. */
final class SmoothCover {

    private SmoothCover() {}

    /** @param side longer side of the result in pixels */
    static DecodedImage of(DecodedImage cover, int side) {
        double scale = (double) side / Math.max(cover.width(), cover.height());
        if (scale <= 1) {
            return cover;
        }
        int width = Math.max(1, (int) Math.round(cover.width() * scale));
        int height = Math.max(1, (int) Math.round(cover.height() * scale));
        int[] wide = rows(cover.argb(), cover.width(), cover.height(), width);
        int[] turned = rows(turn(wide, width, cover.height()), cover.height(), width, height);
        return new DecodedImage(width, height, turn(turned, height, width), cover.header(), cover.partial());
    }

    /** Each row stretched from {@code from} to {@code to} pixels. */
    private static int[] rows(int[] argb, int from, int count, int to) {
        int[] out = new int[to * count];
        float[] sum = new float[4];
        for (int x = 0; x < to; x++) {
            float at = (x + 0.5f) * from / to - 0.5f;
            int first = (int) Math.floor(at);
            float t = at - first;
            float[] weights = {(1 - t) * (1 - t) * (1 - t) / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6, t * t * t / 6};
            for (int y = 0; y < count; y++) {
                java.util.Arrays.fill(sum, 0.5f);
                for (int tap = 0; tap < 4; tap++) {
                    int pixel = argb[y * from + Math.clamp(first - 1L + tap, 0, from - 1)];
                    for (int channel = 0; channel < 4; channel++) {
                        sum[channel] += weights[tap] * (pixel >>> 8 * channel & 255);
                    }
                }
                out[y * to + x] = (int) sum[3] << 24 | (int) sum[2] << 16 | (int) sum[1] << 8 | (int) sum[0];
            }
        }
        return out;
    }

    private static int[] turn(int[] argb, int width, int height) {
        int[] out = new int[argb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[x * height + y] = argb[y * width + x];
            }
        }
        return out;
    }
}
