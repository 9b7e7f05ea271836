package dev.docket.forensics;

import dev.docket.decode.DecodedImage;

/**
 * A stretch of tones: what is at {@code black} or darker becomes black, at {@code white} or lighter white, and between
 * them {@code 255 * ((v - black) / (white - black)) ^ (1 / gamma)}, in each channel of sRGB alike.
 *
 * @param black 0..254
 * @param white above black, at most 255
 * @param gamma 0.2..5; above 1 lightens what lies between
 */
public record Levels(int black, int white, double gamma) {
    public static final Levels NONE = new Levels(0, 255, 1);
    public static final double LEAST_GAMMA = 0.2;
    public static final double MOST_GAMMA = 5;
    /** Share of pixels that an automatic stretch may clip at either end. */
    private static final double CLIPPED = 0.005;

    public Levels {
        if (black < 0 || white > 255 || black >= white || !(gamma >= LEAST_GAMMA && gamma <= MOST_GAMMA)) {
            throw new IllegalArgumentException("Levels from " + black + " to " + white + ", gamma " + gamma);
        }
    }

    /** Black and white where half a percent of the picture's channel values lie beyond each; transparent pixels do not count. */
    public static Levels auto(DecodedImage image) {
        long[] counts = new long[256];
        long total = 0;
        for (int pixel : image.argb()) {
            if (pixel >>> 24 == 255) {
                counts[pixel >> 16 & 0xFF]++;
                counts[pixel >> 8 & 0xFF]++;
                counts[pixel & 0xFF]++;
                total += 3;
            }
        }
        long clipped = (long) (total * CLIPPED);
        int black = 0;
        for (long below = counts[0]; black < 254 && below <= clipped; below += counts[++black]) { }
        int white = 255;
        for (long above = counts[255]; white > black + 1 && above <= clipped; above += counts[--white]) { }
        return total == 0 ? NONE : new Levels(black, white, 1);
    }

    public DecodedImage of(DecodedImage image) {
        int[] table = table();
        int[] in = image.argb();
        int[] out = new int[in.length];
        for (int i = 0; i < in.length; i++) {
            int pixel = in[i];
            int alpha = pixel >>> 24;
            out[i] = alpha == 255
                    ? 0xFF000000 | table[pixel >> 16 & 0xFF] << 16 | table[pixel >> 8 & 0xFF] << 8 | table[pixel & 0xFF]
                    : alpha << 24 | seen(table, pixel >> 16 & 0xFF, alpha) << 16 | seen(table, pixel >> 8 & 0xFF, alpha) << 8 | seen(table, pixel & 0xFF, alpha);
        }
        return new DecodedImage(image.width(), image.height(), out, image.header(), image.partial());
    }

    /** The channel of a premultiplied pixel, which is stretched as it was before it was multiplied. */
    private static int seen(int[] table, int channel, int alpha) {
        return alpha == 0 ? 0 : (table[Math.min(255, (channel * 255 + alpha / 2) / alpha)] * alpha + 127) / 255;
    }

    private int[] table() {
        int[] table = new int[256];
        for (int value = 0; value < 256; value++) {
            double share = Math.clamp((value - black) / (double) (white - black), 0, 1);
            table[value] = (int) Math.round(255 * Math.pow(share, 1 / gamma));
        }
        return table;
    }
}
