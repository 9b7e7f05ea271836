package dev.docket.classify;

import java.util.Arrays;

/**
 * Resizing with antialiasing, equal to PIL's {@code Image.resize} bit for bit: weights in 22-bit fixed point, columns
 * first, 8-bit values between the passes. Source: the algorithm of Pillow's Resample.c, 9.4. Safe to call from several threads.
 */
final class Resize {
    private static final int PRECISION_BITS = 32 - 8 - 2;
    private static final int HALF = 1 << (PRECISION_BITS - 1);

    /** For each output position the first source position, how many follow, and their weights, {@code width} per position. */
    private record Weights(int[] first, int[] count, int[] values, int width) {}

    private Resize() {}

    /** @param width in pixels, above 0
     *  @param height in pixels, above 0 */
    static RgbPicture to(RgbPicture picture, int width, int height, ResizeFilter filter) {
        RgbPicture result = picture;
        if (width != picture.width()) {
            result = across(result, weights(picture.width(), width, filter));
        }
        if (height != picture.height()) {
            result = down(result, weights(picture.height(), height, filter));
        }
        return result;
    }

    private static Weights weights(int from, int to, ResizeFilter filter) {
        double scale = (double) from / to;
        double filterScale = Math.max(scale, 1);
        double support = filter.support() * filterScale;
        int width = (int) Math.ceil(support) * 2 + 1;
        int[] first = new int[to];
        int[] count = new int[to];
        int[] values = new int[Math.multiplyExact(to, width)];
        double[] exact = new double[width];
        for (int out = 0; out < to; out++) {
            double centre = (out + 0.5) * scale;
            first[out] = Math.max((int) (centre - support + 0.5), 0);
            count[out] = Math.min((int) (centre + support + 0.5), from) - first[out];
            double sum = 0;
            for (int i = 0; i < count[out]; i++) {
                // as Pillow computes it: times the reciprocal, not divided
                exact[i] = filter.at((i + first[out] - centre + 0.5) * (1.0 / filterScale));
                sum += exact[i];
            }
            for (int i = 0; i < count[out]; i++) {
                double weight = sum == 0 ? exact[i] : exact[i] / sum;
                values[out * width + i] = (int) (weight * (1 << PRECISION_BITS) + (weight < 0 ? -0.5 : 0.5));
            }
        }
        return new Weights(first, count, values, width);
    }

    private static RgbPicture across(RgbPicture picture, Weights weights) {
        int width = weights.first.length;
        byte[] in = picture.rgb();
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(width, picture.height()), 3)];
        for (int y = 0, at = 0; y < picture.height(); y++) {
            int row = y * picture.width() * 3;
            for (int x = 0; x < width; x++) {
                int red = HALF;
                int green = HALF;
                int blue = HALF;
                int source = row + weights.first[x] * 3;
                int weight = x * weights.width;
                for (int end = weight + weights.count[x]; weight < end; weight++, source += 3) {
                    int w = weights.values[weight];
                    red += (in[source] & 0xff) * w;
                    green += (in[source + 1] & 0xff) * w;
                    blue += (in[source + 2] & 0xff) * w;
                }
                out[at++] = clip(red);
                out[at++] = clip(green);
                out[at++] = clip(blue);
            }
        }
        return new RgbPicture(width, picture.height(), out);
    }

    /** Row by row, so that the inner loop runs along memory and vectorises. */
    private static RgbPicture down(RgbPicture picture, Weights weights) {
        int height = weights.first.length;
        int stride = picture.width() * 3;
        byte[] in = picture.rgb();
        byte[] out = new byte[Math.multiplyExact(stride, height)];
        int[] sums = new int[stride];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, HALF);
            for (int i = 0; i < weights.count[y]; i++) {
                addRow(sums, in, (weights.first[y] + i) * stride, weights.values[y * weights.width + i]);
            }
            for (int x = 0; x < stride; x++) {
                out[y * stride + x] = clip(sums[x]);
            }
        }
        return new RgbPicture(picture.width(), height, out);
    }

    private static void addRow(int[] sums, byte[] in, int from, int weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += (in[from + x] & 0xff) * weight;
        }
    }

    private static byte clip(int sum) {
        return (byte) Math.clamp(sum >> PRECISION_BITS, 0, 255);
    }
}
