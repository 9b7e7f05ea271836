package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;

/**
 * The outlines of a picture as pencil on paper: where lightness changes, and how steeply. No colour, no tone and no
 * texture finer than some hundredths of the picture is left. Several threads.
 */
final class Sketch {
    private static final int SIDE = 160;
    private static final int PAPER = 0xF4;
    private static final int PENCIL = 0x38;
    /** Steepness, in steps of lightness over two pixels, under which nothing is drawn, and from which it is drawn full. */
    private static final float FAINTEST = 14;
    private static final float STEEPEST = 90;

    private Sketch() {}

    static DecodedImage of(DecodedImage picture) {
        DecodedImage small = Renditions.scaled(picture, SIDE);
        int width = small.width();
        int height = small.height();
        float[] lightness = smooth(lightness(small.argb()), width, height);
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float ink = Math.clamp((steepness(lightness, width, height, x, y) - FAINTEST) / (STEEPEST - FAINTEST), 0, 1);
                out[y * width + x] = 0xFF000000 | Math.round(PAPER + (PENCIL - PAPER) * ink) * 0x010101;
            }
        }
        return new DecodedImage(width, height, out, picture.header(), picture.partial());
    }

    /** Luma of ITU-R BT.709, over white where it is transparent. */
    private static float[] lightness(int[] argb) {
        float[] out = new float[argb.length];
        for (int at = 0; at < argb.length; at++) {
            int pixel = argb[at];
            float luma = 0.2126f * (pixel >> 16 & 0xFF) + 0.7152f * (pixel >> 8 & 0xFF) + 0.0722f * (pixel & 0xFF);
            out[at] = luma + 255 - (pixel >>> 24);
        }
        return out;
    }

    /** Weights 1 2 1 across and down, twice. */
    private static float[] smooth(float[] of, int width, int height) {
        float[] once = blended(blended(of, width, height, 1, 0), width, height, 0, 1);
        return blended(blended(once, width, height, 1, 0), width, height, 0, 1);
    }

    private static float[] blended(float[] of, int width, int height, int across, int down) {
        float[] out = new float[of.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (at(of, width, height, x - across, y - down) + 2 * of[y * width + x]
                        + at(of, width, height, x + across, y + down)) / 4;
            }
        }
        return out;
    }

    /** Sobel's, to a quarter: a step of lightness from one pixel to the next but one counts as itself. */
    private static float steepness(float[] of, int width, int height, int x, int y) {
        float across = 0;
        float down = 0;
        for (int by = -1; by <= 1; by++) {
            int weight = by == 0 ? 2 : 1;
            across += weight * (at(of, width, height, x + 1, y + by) - at(of, width, height, x - 1, y + by));
            down += weight * (at(of, width, height, x + by, y + 1) - at(of, width, height, x + by, y - 1));
        }
        return (float) Math.hypot(across, down) / 4;
    }

    private static float at(float[] of, int width, int height, int x, int y) {
        return of[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }
}
