package dev.docket.hash;

import dev.docket.decode.DecodedImage;

/** The brightness of a picture, 0..255, as PDQ takes it: sampled to 512 x 512 when a side is longer, its shape ignored. One thread. */
final class PdqLuma {
    private static final int MAX_SIDE = 512;
    /** Pixels looked at between two looks at the outcome, so that the look costs nothing. */
    private static final int BLOCK = 4096;
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private final int[] argb;
    private final int stride;
    private final int[] columnOf;
    private final int[] rowOf;
    private final boolean sampled;
    private final boolean grey;
    private final int[] pixels;

    PdqLuma(DecodedImage image) {
        argb = image.argb();
        stride = image.width();
        sampled = image.width() > MAX_SIDE || image.height() > MAX_SIDE;
        columnOf = nearest(image.width(), sampled ? MAX_SIDE : image.width());
        rowOf = nearest(image.height(), sampled ? MAX_SIDE : image.height());
        // the reference loads a picture without colour as one channel, where a weighted sum would round otherwise
        grey = isGrey(argb);
        pixels = new int[columnOf.length];
    }

    /** 1..512. */
    int width() {
        return columnOf.length;
    }

    /** 1..512. */
    int height() {
        return rowOf.length;
    }

    /** Writes the {@link #width} values of a row from {@code at} on. */
    void row(int y, float[] out, int at) {
        int from = rowOf[y] * stride;
        if (sampled) {
            for (int x = 0; x < pixels.length; x++) {
                pixels[x] = argb[from + columnOf[x]];
            }
        } else {
            System.arraycopy(argb, from, pixels, 0, pixels.length);
        }
        if (!isOpaque(pixels)) {
            for (int x = 0; x < pixels.length; x++) {
                pixels[x] = straight(pixels[x]);
            }
        }
        if (grey) {
            for (int x = 0; x < pixels.length; x++) {
                out[at + x] = pixels[x] & 0xFF;
            }
        } else {
            for (int x = 0; x < pixels.length; x++) {
                out[at + x] = RED * (pixels[x] >> 16 & 0xFF) + GREEN * (pixels[x] >> 8 & 0xFF) + BLUE * (pixels[x] & 0xFF);
            }
        }
    }

    private static int[] nearest(int from, int to) {
        int[] source = new int[to];
        for (int i = 0; i < to; i++) {
            source[i] = (int) ((long) i * from / to);
        }
        return source;
    }

    private static boolean isGrey(int[] argb) {
        for (int from = 0; from < argb.length; from += BLOCK) {
            int to = Math.min(argb.length, from + BLOCK);
            int differences = 0;
            for (int i = from; i < to; i++) {
                // red and green, green and blue
                differences |= (argb[i] >> 8 ^ argb[i]) & 0xFFFF;
            }
            if (differences != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpaque(int[] pixels) {
        int all = -1;
        for (int pixel : pixels) {
            all &= pixel;
        }
        return all >>> 24 == 255;
    }

    /** The colour before it was multiplied by its alpha. */
    private static int straight(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 255 || alpha == 0) {
            return pixel;
        }
        int half = alpha / 2;
        int red = Math.min(255, ((pixel >> 16 & 0xFF) * 255 + half) / alpha);
        int green = Math.min(255, ((pixel >> 8 & 0xFF) * 255 + half) / alpha);
        int blue = Math.min(255, ((pixel & 0xFF) * 255 + half) / alpha);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
