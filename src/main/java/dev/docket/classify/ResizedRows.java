package dev.docket.classify;

/**
 * The rows of a picture resized across, made in blocks. A block is turned so that its columns lie along memory: adding
 * up weighted columns is then the same vectorised loop as adding up rows. One thread.
 */
final class ResizedRows {
    /** Rows of a block. Long enough for the vector loop to pay, short enough for the columns to stay in the L2 cache. */
    static final int BLOCK = 256;
    /** Columns read at once: one cache line of each row. */
    private static final int STRIP = 16;
    private static final int CHANNELS = 3;

    private final RgbPicture picture;
    private final ResizeWeights weights;
    private final int left;
    private final int width;
    private final int block;
    private final int[][] strip;
    /** By channel, source columns as {@link ResizeWeights#sum} takes them. */
    private final int[][][] columns;
    private final int[][][] made;

    /**
     * @param left first column of the result that is wanted
     * @param width columns wanted
     */
    ResizedRows(RgbPicture picture, ResizeWeights weights, int left, int width) {
        this.picture = picture;
        this.weights = weights;
        this.left = left;
        this.width = width;
        block = Math.min(BLOCK, picture.height());
        strip = new int[STRIP][block];
        columns = new int[CHANNELS][Math.min(weights.most() + STRIP, picture.width())][block];
        made = new int[CHANNELS][STRIP][block];
    }

    /** Rows a caller has to have room for beyond those it still needs. */
    int block() {
        return block;
    }

    /**
     * Makes the rows from {@code top} on.
     *
     * @param ring receives row {@code y} at {@code y % ring.length}: the row's reds, its greens, its blues
     * @return the row after the last one made
     */
    int make(int top, int[][] ring) {
        int rows = Math.min(block, picture.height() - top);
        int read = weights.first(left);
        for (int x = 0; x < width; x += STRIP) {
            int count = Math.min(STRIP, width - x);
            for (int i = 0; i < count; i++) {
                for (; read < weights.end(left + x + i); read += STRIP) {
                    read(read, Math.min(STRIP, picture.width() - read), top, rows);
                }
                for (int channel = 0; channel < CHANNELS; channel++) {
                    weights.sum(left + x + i, columns[channel], made[channel][i]);
                }
            }
            for (int y = 0; y < rows; y++) {
                turnBack(y, count, ring[(top + y) % ring.length], x);
            }
        }
        return top + rows;
    }

    private void turnBack(int y, int count, int[] row, int x) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int[][] strip = made[channel];
            for (int i = 0, at = channel * width + x; i < count; i++, at++) {
                row[at] = strip[i][y];
            }
        }
    }

    private void read(int from, int count, int top, int rows) {
        for (int i = 0; i < count; i++) {
            int[] turned = strip[i];
            int at = top * picture.width() + from + i;
            for (int y = 0; y < rows; y++, at += picture.width()) {
                turned[y] = picture.argb()[at];
            }
        }
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                int[][] ring = columns[channel];
                split(strip[i], 16 - 8 * channel, ring[(from + i) % ring.length]);
            }
        }
    }

    private static void split(int[] pixels, int shift, int[] channel) {
        for (int i = 0; i < pixels.length; i++) {
            channel[i] = RgbPicture.onWhite(pixels[i]) >> shift & 0xff;
        }
    }
}
