package dev.docket.decode;

import java.nio.IntBuffer;

/** Turns stored pixels upright. Source: EXIF 2.32, tag 0x0112; 5 to 8 swap the sides. */
final class Orientation {
    /** Rows turned at once, so that reading and writing both stay in the processor's cache. */
    private static final int STRIP = 32;

    private Orientation() {}

    /** @param stored row-major pixels as the file has them, {@code width * height} of them */
    static DecodedImage upright(IntBuffer stored, int width, int height, ImageHeader header, boolean partial) {
        int[] turned = new int[width * height];
        switch (header.orientation()) {
            case 1 -> stored.get(0, turned);
            case 2, 3, 4 -> mirror(stored, turned, width, height, header.orientation());
            default -> {
                transpose(stored, turned, width, height, header.orientation());
                return new DecodedImage(height, width, turned, header, partial);
            }
        }
        return new DecodedImage(width, height, turned, header, partial);
    }

    private static void mirror(IntBuffer stored, int[] turned, int width, int height, int orientation) {
        boolean upsideDown = orientation != 2;
        for (int y = 0; y < height; y++) {
            int row = (upsideDown ? height - 1 - y : y) * width;
            stored.get(y * width, turned, row, width);
            if (orientation != 4) {
                reverse(turned, row, row + width - 1);
            }
        }
    }

    private static void reverse(int[] pixels, int first, int last) {
        for (int a = first, b = last; a < b; a++, b--) {
            int pixel = pixels[a];
            pixels[a] = pixels[b];
            pixels[b] = pixel;
        }
    }

    /** Rows become columns: from the left for 5 and 8, from the right for 6 and 7; downwards for 5 and 6, else upwards. */
    private static void transpose(IntBuffer stored, int[] turned, int width, int height, int orientation) {
        boolean fromRight = orientation == 6 || orientation == 7;
        boolean upwards = orientation == 7 || orientation == 8;
        int[] strip = new int[Math.min(STRIP, height) * width];
        for (int top = 0; top < height; top += STRIP) {
            int rows = Math.min(STRIP, height - top);
            stored.get(top * width, strip, 0, rows * width);
            for (int x = 0; x < width; x++) {
                int row = (upwards ? width - 1 - x : x) * height;
                for (int y = 0; y < rows; y++) {
                    turned[row + (fromRight ? height - 1 - top - y : top + y)] = strip[y * width + x];
                }
            }
        }
    }
}
