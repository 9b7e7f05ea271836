package dev.docket.bench.picture;

import java.util.random.RandomGenerator;

/**
 * A light board with rows of dark strokes the size of letters, as sharp as a screenshot's.
 *
 * @param dot side of the dots that letters of 5 by 7 are made of, in pixels
 */
record Sign(int left, int top, int right, int bottom, int dot, long seed) {

    static Sign somewhere(RandomGenerator random, int width, int height) {
        int left = (int) (width * (0.1 + 0.4 * random.nextDouble()));
        int top = (int) (height * (0.4 + 0.2 * random.nextDouble()));
        return new Sign(left, top, left + width / 4, top + height / 5, Math.max(1, height / 600), random.nextLong());
    }

    void cover(int y, float[][] colours, float[] details) {
        if (y < top || y >= bottom) {
            return;
        }
        int line = (y - top) / (dot * 10);
        int stroke = (y - top) / dot % 10;
        for (int x = left; x < Math.min(right, details.length); x++) {
            int letter = (x - left) / (dot * 6);
            int column = (x - left) / dot % 6;
            boolean ink = stroke < 7 && column < 5 && inked(line * 1000L + letter, stroke * 5 + column);
            for (float[] colour : colours) {
                colour[x] = ink ? 40 : 225;
            }
            details[x] = 0.02f;
        }
    }

    private boolean inked(long letter, int dotOfLetter) {
        long pattern = (letter + seed) * 0x9E3779B97F4A7C15L;
        return letter % 7 != 6 && ((pattern ^ pattern >>> 29) >>> dotOfLetter + 8 & 1) == 1;
    }
}
