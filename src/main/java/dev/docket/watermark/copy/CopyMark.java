package dev.docket.watermark.copy;

import dev.docket.decode.DecodedImage;
import java.util.List;

/** Puts a copy's number into its pixels. What is marked is a copy: the picture itself stays as it is. Several threads. */
public final class CopyMark {
    /** Shorter sides hold too few frames. */
    public static final int SHORTEST_SIDE = 256;
    /** Mean distance from grey, 0..255, below which a mark would be seen or lost. */
    private static final double LEAST_COLOUR = 3;
    /** A mark that reads back worse than this would not live through a JPEG. */
    private static final double LEAST_STRENGTH = 4;
    private static final int TRIES = 8;
    private static final int BAYER = 8;
    /** Where within so many pixels a fraction is rounded up first: so that the mean is what it should be. */
    private static final int[] ORDER = order();

    private final MarkReader reader = new MarkReader();

    /**
     * A copy with the number in it: opaque, over white.
     *
     * @param number 0..2^32-1
     * @throws UnmarkableException when the picture is too small, too grey or cannot hold the number
     */
    public DecodedImage marked(DecodedImage picture, long number) throws UnmarkableException {
        if (Math.min(picture.width(), picture.height()) < SHORTEST_SIDE) {
            throw new UnmarkableException("is smaller than " + SHORTEST_SIDE + " x " + SHORTEST_SIDE + " pixels, too small for a mark");
        }
        int[] rgb = overWhite(picture.argb());
        if (colour(rgb) < LEAST_COLOUR) {
            throw new UnmarkableException("is grey or nearly so: a mark lies in its colours and would show, or be lost");
        }
        DecodedImage copy = new DecodedImage(picture.width(), picture.height(), marked(rgb, picture.width(), picture.height(), MarkFrame.of(number)), picture.header(), false);
        if (reader.read(copy, List.of()).filter(r -> r.number() == number && r.strength() >= LEAST_STRENGTH).isEmpty()) {
            throw new UnmarkableException("cannot hold a mark: too much of it is as bright, as dark or as colourful as can be");
        }
        return copy;
    }

    private static int[] marked(int[] rgb, int width, int height, long frame) {
        int[] out = rgb.clone();
        for (int row = 0; row < height / Chroma.BLOCK; row++) {
            for (int column = 0; column < width / Chroma.BLOCK; column++) {
                block(rgb, out, width, column, row, frame);
            }
        }
        return out;
    }

    /** Changes a block until both means carry their bits; where a value cannot be reached, as in white, towards the one on the other side. */
    private static void block(int[] rgb, int[] out, int width, int column, int row, long frame) {
        int corner = row * Chroma.BLOCK * width + column * Chroma.BLOCK;
        double blue = mean(Chroma.BLUE, rgb, width, corner);
        double red = mean(Chroma.RED, rgb, width, corner);
        double toBlue = Chroma.carrying(isSet(frame, Chroma.BLUE.bit(column, row)), blue);
        double toRed = Chroma.carrying(isSet(frame, Chroma.RED.bit(column, row)), red);
        approach(rgb, out, width, corner, toBlue - blue, toRed - red);
        boolean shortOfBlue = Math.abs(mean(Chroma.BLUE, out, width, corner) - toBlue) > Chroma.STEP / 8;
        boolean shortOfRed = Math.abs(mean(Chroma.RED, out, width, corner) - toRed) > Chroma.STEP / 8;
        if (shortOfBlue || shortOfRed) {
            approach(rgb, out, width, corner, shortOfBlue ? other(toBlue, blue) : toBlue - blue, shortOfRed ? other(toRed, red) : toRed - red);
        }
    }

    /** The way to the value that means the same on the other side. */
    private static double other(double to, double from) {
        return to - from - Math.copySign(Chroma.STEP, to - from);
    }

    private static void approach(int[] rgb, int[] out, int width, int corner, double blue, double red) {
        double toBlue = mean(Chroma.BLUE, rgb, width, corner) + blue;
        double toRed = mean(Chroma.RED, rgb, width, corner) + red;
        double byBlue = blue;
        double byRed = red;
        for (int i = 0; i < TRIES; i++) {
            change(rgb, out, width, corner, byBlue, byRed);
            byBlue += toBlue - mean(Chroma.BLUE, out, width, corner);
            byRed += toRed - mean(Chroma.RED, out, width, corner);
        }
    }

    private static void change(int[] rgb, int[] out, int width, int corner, double byBlue, double byRed) {
        double r = byRed * Chroma.RED.red();
        double g = byBlue * Chroma.BLUE.green() + byRed * Chroma.RED.green();
        double b = byBlue * Chroma.BLUE.blue();
        for (int i = 0; i < Chroma.BLOCK * Chroma.BLOCK; i++) {
            int x = i % Chroma.BLOCK;
            int y = i / Chroma.BLOCK;
            int at = corner + y * width + x;
            double up = (ORDER[y % BAYER * BAYER + x % BAYER] + 0.5) / ORDER.length;
            out[at] = 0xff << 24 | moved(rgb[at] >> 16 & 0xff, r + up) << 16 | moved(rgb[at] >> 8 & 0xff, g + up) << 8 | moved(rgb[at] & 0xff, b + up);
        }
    }

    private static int moved(int channel, double by) {
        return Math.clamp(channel + (long) Math.floor(by), 0, 255);
    }

    private static double mean(Chroma chroma, int[] rgb, int width, int corner) {
        int sum = 0;
        for (int y = 0; y < Chroma.BLOCK; y++) {
            for (int x = 0; x < Chroma.BLOCK; x++) {
                sum += chroma.of(rgb[corner + y * width + x]);
            }
        }
        return sum / (256.0 * Chroma.BLOCK * Chroma.BLOCK);
    }

    private static boolean isSet(long frame, int bit) {
        return (frame >>> MarkFrame.BITS - 1 - bit & 1) == 1;
    }

    private static double colour(int[] rgb) {
        long sum = 0;
        for (int pixel : rgb) {
            sum += Math.abs(Chroma.BLUE.of(pixel)) + Math.abs(Chroma.RED.of(pixel));
        }
        return sum / 256.0 / rgb.length;
    }

    /** Of premultiplied pixels. */
    private static int[] overWhite(int[] argb) {
        int[] rgb = new int[argb.length];
        for (int i = 0; i < rgb.length; i++) {
            int white = 255 - (argb[i] >>> 24);
            rgb[i] = (argb[i] | 0xff << 24) + (white << 16 | white << 8 | white);
        }
        return rgb;
    }

    /** The steps of a Bayer matrix. */
    private static int[] order() {
        int[] order = new int[BAYER * BAYER];
        for (int i = 0; i < order.length; i++) {
            int x = i % BAYER;
            int y = i / BAYER;
            for (int bit = 0; bit < 3; bit++) {
                order[i] |= ((x ^ y) >> bit & 1) << 5 - 2 * bit | (y >> bit & 1) << 4 - 2 * bit;
            }
        }
        return order;
    }
}
