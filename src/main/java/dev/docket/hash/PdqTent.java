package dev.docket.hash;

import java.util.Arrays;

/**
 * Blurs and samples a picture to 64 x 64: two box filters each way make a tent. Source: W. Jarosz, Fast Image
 * Convolutions, 2001.
 *
 * <p>Every line keeps the reference's order of float operations. Rows pass through all four filters eight at a time, so
 * that what is worked on stays in the nearest cache; after the last two only what is sampled is kept. One thread.
 */
final class PdqTent {
    static final int SIDE = 64;

    private final PdqLuma luma;
    private final PdqAcross across;
    private final PdqDown down;
    private final PdqAcross acrossAgain;
    private final PdqDown downAgain;
    private final int[] columns;
    private final int[] rows;
    private final float[] row = new float[SIDE];
    private final float[] small = new float[SIDE * SIDE];
    /** Rows of {@link #small} that are there. */
    private int filled;

    private PdqTent(PdqLuma luma) {
        this.luma = luma;
        across = new PdqAcross(luma.width());
        down = new PdqDown(across.in(0).length, luma.height());
        acrossAgain = new PdqAcross(luma.width());
        downAgain = new PdqDown(SIDE, luma.height());
        columns = sampled(luma.width());
        rows = sampled(luma.height());
    }

    /** @return 64 x 64 floats, row-major, about 0..255 */
    static float[] sample(PdqLuma luma) {
        if (luma.width() == SIDE && luma.height() == SIDE) {
            float[] small = new float[SIDE * SIDE];
            for (int y = 0; y < SIDE; y++) {
                luma.row(y, small, y * SIDE);
            }
            return small;
        }
        PdqTent tent = new PdqTent(luma);
        for (int top = 0; tent.filled < SIDE; top += PdqAcross.ROWS) {
            tent.pass(top);
        }
        return tent.small;
    }

    /** Takes in the next eight rows, zeros after the last; those that come out are as many rows older as the filter down looks ahead. */
    private void pass(int top) {
        for (int i = 0; i < PdqAcross.ROWS; i++) {
            if (top + i < luma.height()) {
                luma.row(top + i, across.in(i), across.start());
            } else {
                Arrays.fill(across.in(i), 0);
            }
        }
        across.run();
        for (int i = 0; i < PdqAcross.ROWS; i++) {
            down.enter(across.means(i));
            down.means(acrossAgain.in(i));
        }
        acrossAgain.run();
        int first = down.at() - PdqAcross.ROWS + 1;
        for (int i = Math.max(0, -first); i < PdqAcross.ROWS; i++) {
            acrossAgain.means(i, columns, row);
            downAgain.enter(row);
            keep();
        }
    }

    private void keep() {
        for (; filled < SIDE && rows[filled] == downAgain.at(); filled++) {
            downAgain.means(row);
            System.arraycopy(row, 0, small, filled * SIDE, SIDE);
        }
    }

    /** How many values a mean covers along a line. */
    static int window(int length) {
        return (length + 2 * SIDE - 1) / (2 * SIDE);
    }

    /** How many of them lie after the middle one. */
    static int ahead(int window) {
        return (window + 2) / 2 - 1;
    }

    /** How many of them there are about a place of the line: fewer at both ends. */
    static int covered(int at, int length) {
        int window = window(length);
        int after = at + ahead(window) + 1;
        return Math.min(length, after) - Math.max(0, after - window);
    }

    /** The 64 positions that are kept; of a short line some are kept twice. */
    private static int[] sampled(int length) {
        int[] positions = new int[SIDE];
        for (int i = 0; i < SIDE; i++) {
            positions[i] = (int) ((i + 0.5) * length / SIDE);
        }
        return positions;
    }
}
