package dev.docket.watermark;

import dev.docket.classify.TestPictures;
import dev.docket.decode.DecodedImage;

/** Embeds a payload as generators do and as src/test/python/watermarks.py does. */
final class PublicMark {
    private static final double STEP = 36;
    private static final double NEAR = 1e-6;

    private PublicMark() {}

    static DecodedImage embed(DecodedImage picture, String bits, Method method, Colours colours) {
        int width = picture.width();
        int[] argb = picture.argb().clone();
        int k = 0;
        for (int y = 0; y + 8 <= picture.height(); y += 8) {
            for (int x = 0; x + 8 <= width; x += 8) {
                double[] block = new double[16];
                for (int i = 0; i < 64; i++) {
                    block[i / 16 * 4 + i % 8 / 2] += colours.blueDifference(argb[(y + i / 8) * width + x + i % 8]) / 2;
                }
                int bit = bits.charAt(k++ % bits.length()) - '0';
                double[] by = method == Method.DWT_DCT ? largest(block, bit) : singular(block, bit);
                for (int i = 0; i < 64; i++) {
                    int at = (y + i / 8) * width + x + i % 8;
                    argb[at] = moved(argb[at], Math.floor(by[i / 16 * 4 + i % 8 / 2] / 2 * 0x1p20 + 0.5) * 0x1p-20, colours);
                }
            }
        }
        return TestPictures.of(width, picture.height(), argb);
    }

    private static double[] largest(double[] block, int bit) {
        int at = 1;
        for (int i = 2; i < 16; i++) {
            at = Math.abs(block[i]) > Math.abs(block[at]) ? i : at;
        }
        double[] by = new double[16];
        by[at] = (block[at] >= 0 ? 1 : -1) * to(Math.abs(block[at]), bit) - block[at];
        return by;
    }

    /** By turning a vector until it stands still. */
    private static double[] singular(double[] m, int bit) {
        double[] v = {1, 0.9, 0.8, 0.7};
        double[] u = new double[4];
        double s = 0;
        for (int turn = 0; turn < 20_000; turn++) {
            double[] before = v.clone();
            s = turned(m, v, u, false);
            turned(m, u, v, true);
            if (Math.abs(v[0] - before[0]) + Math.abs(v[1] - before[1]) + Math.abs(v[2] - before[2]) + Math.abs(v[3] - before[3]) < 1e-15) {
                break;
            }
        }
        double[] by = new double[16];
        for (int i = 0; i < 16; i++) {
            by[i] = (to(s, bit) - s) * u[i / 4] * v[i % 4];
        }
        return by;
    }

    /** Into {@code out}, of length one; gives the length it had. */
    private static double turned(double[] m, double[] in, double[] out, boolean across) {
        double length = 0;
        for (int i = 0; i < 4; i++) {
            out[i] = 0;
            for (int j = 0; j < 4; j++) {
                out[i] += (across ? m[4 * j + i] : m[4 * i + j]) * in[j];
            }
            length += out[i] * out[i];
        }
        length = Math.sqrt(length);
        for (int i = 0; i < 4; i++) {
            out[i] /= length;
        }
        return length;
    }

    private static double to(double value, int bit) {
        return (Math.floor((value + NEAR) / STEP) + 0.25 + 0.5 * bit) * STEP;
    }

    private static int moved(int pixel, double by, Colours colours) {
        double u = colours.blueDifference(pixel);
        double moved = colours == Colours.U8 ? (int) Math.clamp(u + by, 0.0, 255.0) - u : by;
        int blue = (int) Math.clamp(Math.floor((pixel & 0xff) + 2.032 * moved + 0.5), 0, 255);
        int green = (int) Math.clamp(Math.floor((pixel >> 8 & 0xff) - 0.395 * moved + 0.5), 0, 255);
        return pixel & 0xffff0000 | green << 8 | blue;
    }
}
