package dev.docket.classify;

import java.nio.FloatBuffer;

/**
 * Cut-outs at native resolution, one from the middle of each quarter of the picture, so that traces which resizing wipes
 * out reach the model. They start at multiples of 8 pixels, to keep the JPEG grid in place; a picture smaller than a
 * tile is mirrored outwards.
 *
 * @param input name of the model's input, float32 [N, 4, 3, side, side], RGB, 0..1
 * @param side of a tile in pixels
 */
record NativeTiles(String input, int side) {
    static final int COUNT = 4;
    private static final int GRID = 8;
    private static final float[] LEVELS = new float[256];

    static {
        for (int i = 0; i < LEVELS.length; i++) {
            LEVELS[i] = (float) (i / 255.0);
        }
    }

    int size() {
        return COUNT * 3 * side * side;
    }

    /** Writes {@link #size()} numbers from the buffer's start: upper left, upper right, lower left, lower right. */
    void write(RgbPicture picture, FloatBuffer out) {
        float[] row = new float[side];
        for (int tile = 0; tile < COUNT; tile++) {
            int left = start(picture.width(), tile % 2);
            int top = start(picture.height(), tile / 2);
            for (int channel = 0; channel < 3; channel++) {
                int shift = 16 - 8 * channel;
                for (int y = 0; y < side; y++) {
                    int from = mirrored(top + y, picture.height()) * picture.width();
                    for (int x = 0; x < side; x++) {
                        row[x] = LEVELS[picture.at(from + mirrored(left + x, picture.width())) >> shift & 0xff];
                    }
                    out.put(((tile * 3 + channel) * side + y) * side, row);
                }
            }
        }
    }

    /** Where the tile of the first or second half begins, along one axis. */
    private int start(int length, int half) {
        int centred = length * (1 + 2 * half) / 4 - side / 2;
        int last = Math.max(length - side, 0);
        return Math.clamp(centred, 0, last) / GRID * GRID;
    }

    /** The position's mirror image inside the picture, edge pixels repeated: 0 1 2 | 2 1 0 | 0 1 2. */
    private static int mirrored(int position, int length) {
        if (position < length) {
            return position;
        }
        int inPeriod = position % (2 * length);
        return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
    }
}
