package dev.docket.decode;

import java.nio.IntBuffer;

/** Turns stored pixels upright. Source: EXIF 2.32, tag 0x0112; 5 to 8 swap the sides. */
public final class Orientation {
    /** What an orientation becomes when the picture is turned a quarter to the left, or mirrored left to right, after it. */
    private static final int[] TURNED_LEFT = {0, 8, 5, 6, 7, 4, 1, 2, 3};
    private static final int[] MIRRORED = {0, 2, 1, 4, 3, 6, 5, 8, 7};
    /** Rows and columns turned at once, so that reading and writing both stay in the processor's cache. */
    private static final int STRIP = 64;
    private static final int COLUMNS = 32;

    private Orientation() {}

    /** The orientation that turns as this one does, and then a quarter to the left. */
    static int turnedLeft(int orientation) {
        return TURNED_LEFT[orientation];
    }

    /** The orientation that turns as this one does, and then exchanges left and right. */
    static int mirrored(int orientation) {
        return MIRRORED[orientation];
    }

    /**
     * Writes a picture upright.
     *
     * @param stored row-major pixels as the file has them, {@code width * height} of them
     */
    public static Painted upright(IntBuffer stored, int width, int height, ImageHeader header, boolean partial, PixelRoom room)
            throws UndecodableImageException {
        if (header.orientation() >= 5) {
            transpose(stored, room.take(height, width), width, height, header.orientation());
            return new Painted(height, width, partial);
        }
        IntBuffer turned = room.take(width, height);
        if (header.orientation() == 1) {
            turned.put(0, stored, 0, width * height);
        } else {
            mirror(stored, turned, width, height, header.orientation());
        }
        return new Painted(width, height, partial);
    }

    private static void mirror(IntBuffer stored, IntBuffer turned, int width, int height, int orientation) {
        boolean upsideDown = orientation != 2;
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            stored.get((upsideDown ? height - 1 - y : y) * width, row);
            if (orientation != 4) {
                reverse(row);
            }
            turned.put(y * width, row);
        }
    }

    private static void reverse(int[] pixels) {
        for (int a = 0, b = pixels.length - 1; a < b; a++, b--) {
            int pixel = pixels[a];
            pixels[a] = pixels[b];
            pixels[b] = pixel;
        }
    }

    /** Rows become columns: from the left for 5 and 8, from the right for 6 and 7; downwards for 5 and 6, else upwards. */
    private static void transpose(IntBuffer stored, IntBuffer turned, int width, int height, int orientation) {
        boolean fromRight = orientation == 6 || orientation == 7;
        boolean upwards = orientation == 7 || orientation == 8;
        int[] strip = new int[Math.min(STRIP, height) * width];
        int[] runs = new int[STRIP * COLUMNS];
        for (int top = 0; top < height; top += STRIP) {
            int rows = Math.min(STRIP, height - top);
            int to = fromRight ? height - top - rows : top;
            stored.get(top * width, strip, 0, rows * width);
            for (int left = 0; left < width; left += COLUMNS) {
                int columns = Math.min(COLUMNS, width - left);
                for (int y = 0; y < rows; y++) {
                    int from = y * width + left;
                    int place = fromRight ? rows - 1 - y : y;
                    for (int x = 0; x < columns; x++) {
                        runs[x * STRIP + place] = strip[from + x];
                    }
                }
                for (int x = 0; x < columns; x++) {
                    turned.put((upwards ? width - 1 - left - x : left + x) * height + to, runs, x * STRIP, rows);
                }
            }
        }
    }
}
