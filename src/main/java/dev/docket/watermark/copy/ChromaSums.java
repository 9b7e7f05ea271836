package dev.docket.watermark.copy;

import dev.docket.decode.DecodedImage;

/** The colour differences of the middle of a picture, added up so that the mean of any rectangle in it takes four look-ups. Not changed after it is made. */
final class ChromaSums {
    /** Pixels of a side that are looked at, at most: hundreds of frames. */
    private static final int SIDE = 1536;

    final int left;
    final int top;
    final int width;
    final int height;
    private final long[][] sums = new long[Chroma.values().length][];

    ChromaSums(DecodedImage picture) {
        width = Math.min(SIDE, picture.width());
        height = Math.min(SIDE, picture.height());
        left = (picture.width() - width) / 2;
        top = (picture.height() - height) / 2;
        for (Chroma chroma : Chroma.values()) {
            long[] to = new long[(width + 1) * (height + 1)];
            for (int y = 0; y < height; y++) {
                long row = 0;
                for (int x = 0; x < width; x++) {
                    row += chroma.of(picture.argb()[(top + y) * picture.width() + left + x]);
                    to[(y + 1) * (width + 1) + x + 1] = to[y * (width + 1) + x + 1] + row;
                }
            }
            sums[chroma.ordinal()] = to;
        }
    }

    /** The mean between these edges, which lie within the part that is looked at, also between pixels; 0..255 around nothing. */
    double mean(Chroma chroma, double x0, double y0, double x1, double y1) {
        long[] s = sums[chroma.ordinal()];
        return (at(s, x1, y1) - at(s, x0, y1) - at(s, x1, y0) + at(s, x0, y0)) / (256 * (x1 - x0) * (y1 - y0));
    }

    private double at(long[] s, double x, double y) {
        int column = Math.min((int) x, width - 1);
        int row = Math.min((int) y, height - 1);
        double right = x - column;
        double down = y - row;
        int i = row * (width + 1) + column;
        int below = i + width + 1;
        return (s[i] * (1 - right) + s[i + 1] * right) * (1 - down) + (s[below] * (1 - right) + s[below + 1] * right) * down;
    }
}
