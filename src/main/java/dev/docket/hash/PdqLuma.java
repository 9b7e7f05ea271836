package dev.docket.hash;

import dev.docket.decode.DecodedImage;

/**
 * The brightness of a picture, 0..255, as PDQ takes it.
 *
 * @param width 1..512
 * @param height 1..512
 * @param columns the luma column by column: {@code columns[x * height + y]}
 */
record PdqLuma(int width, int height, float[] columns) {
    private static final int MAX_SIDE = 512;
    /** Rows read side by side, so that a column's values are written together. */
    private static final int STRIP = 16;
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    static PdqLuma of(DecodedImage image) {
        boolean sampled = image.width() > MAX_SIDE || image.height() > MAX_SIDE;
        int width = sampled ? MAX_SIDE : image.width();
        int height = sampled ? MAX_SIDE : image.height();
        int[] columnOf = nearest(image.width(), width);
        int[] rowOf = nearest(image.height(), height);
        // the reference loads a picture without colour as one channel, where a weighted sum would round otherwise
        boolean grey = isGrey(image.argb());
        float[] columns = new float[width * height];
        for (int top = 0; top < height; top += STRIP) {
            int bottom = Math.min(height, top + STRIP);
            for (int x = 0; x < width; x++) {
                for (int y = top; y < bottom; y++) {
                    int pixel = straight(image.argb()[rowOf[y] * image.width() + columnOf[x]]);
                    columns[x * height + y] = grey ? pixel & 0xFF : luma(pixel);
                }
            }
        }
        return new PdqLuma(width, height, columns);
    }

    private static int[] nearest(int from, int to) {
        int[] source = new int[to];
        for (int i = 0; i < to; i++) {
            source[i] = (int) ((long) i * from / to);
        }
        return source;
    }

    private static boolean isGrey(int[] argb) {
        for (int pixel : argb) {
            // red and green, green and blue
            if (((pixel >> 8 ^ pixel) & 0xFFFF) != 0) {
                return false;
            }
        }
        return true;
    }

    private static float luma(int pixel) {
        return RED * (pixel >> 16 & 0xFF) + GREEN * (pixel >> 8 & 0xFF) + BLUE * (pixel & 0xFF);
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
