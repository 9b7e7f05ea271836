package dev.docket.bench.picture;

import java.util.OptionalInt;

/**
 * A number in a picture, from the middle of its left edge to its middle, in bars that are still told apart when the picture
 * was encoded, decoded, scaled and painted: each bit a light and a dark bar, or a dark and a light one.
 */
public final class NumberBars {
    private static final int BITS = 12;
    private static final int BARS = 2 * BITS;
    private static final int LIGHT = 0xFFE8E8E8;
    private static final int DARK = 0xFF181818;
    /** Difference of levels, 0..255, from which on two bars are taken for a light and a dark one. */
    private static final int CONTRAST = 80;

    /** Numbers lie below this. */
    public static final int BOUND = 1 << BITS;

    private NumberBars() {}

    static void draw(Painting painting, int number) {
        if (number < 0 || number >= BOUND) {
            throw new IllegalArgumentException("No bars for " + number);
        }
        int width = painting.width() / 2;
        for (int y = painting.height() * 7 / 16; y < painting.height() * 9 / 16; y++) {
            for (int x = 0; x < width; x++) {
                int bar = x * BARS / width;
                boolean light = (number >>> bar / 2 & 1) == bar % 2;
                painting.rgb()[y * painting.width() + x] = light ? LIGHT : DARK;
            }
        }
    }

    /**
     * The number in a row of pixels.
     *
     * @param row from the middle of the picture's left edge to its middle, 0x..RRGGBB; at least 48 pixels
     * @return empty when there are no bars
     */
    public static OptionalInt read(int... row) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int difference = level(row, 2 * bit + 1) - level(row, 2 * bit);
            if (Math.abs(difference) < CONTRAST) {
                return OptionalInt.empty();
            }
            number |= difference > 0 ? 1 << bit : 0;
        }
        return OptionalInt.of(number);
    }

    /** In the middle of a bar. */
    private static int level(int[] row, int bar) {
        return row[(2 * bar + 1) * row.length / (2 * BARS)] >> 8 & 255;
    }
}
