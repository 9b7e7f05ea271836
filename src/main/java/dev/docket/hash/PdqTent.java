package dev.docket.hash;

/**
 * Blurs and samples a picture to 64 x 64: two box filters each way make a tent. Source: W. Jarosz, Fast Image
 * Convolutions, 2001.
 *
 * <p>A filter runs over many lines at once, one float sum per line, so that it vectorises while each line keeps the
 * order of operations of the reference. Of the last two passes only what is sampled is written.
 */
final class PdqTent {
    static final int SIDE = 64;

    private PdqTent() {}

    /** @return 64 x 64 floats, row-major, about 0..255 */
    static float[] sample(PdqLuma luma) {
        int width = luma.width();
        int height = luma.height();
        if (width == SIDE && height == SIDE) {
            return transpose(luma.columns(), SIDE, SIDE);
        }
        int across = window(width);
        int down = window(height);
        float[] rows = transpose(box(luma.columns(), width, height, across, all(width), width), width, height);
        float[] columns = transpose(box(rows, height, width, down, all(height), height), height, width);
        float[] some = transpose(box(columns, width, height, across, sampled(width), SIDE), SIDE, height);
        return box(some, height, SIDE, down, sampled(height), SIDE);
    }

    private static int window(int length) {
        return (length + 2 * SIDE - 1) / (2 * SIDE);
    }

    private static int[] all(int length) {
        int[] positions = new int[length];
        for (int i = 0; i < length; i++) {
            positions[i] = i;
        }
        return positions;
    }

    /** The 64 positions that are kept; of a short line some are kept twice. */
    private static int[] sampled(int length) {
        int[] positions = new int[SIDE];
        for (int i = 0; i < SIDE; i++) {
            positions[i] = (int) ((i + 0.5) * length / SIDE);
        }
        return positions;
    }

    /**
     * A running mean along every line.
     *
     * @param in {@code length * lines} values, position by position: {@code in[position * lines + line]}
     * @param window how many values a mean covers; fewer at both ends
     * @param wanted the positions whose means are returned, ascending, repeats allowed
     * @return {@code count * lines} values, laid out as {@code in}
     */
    private static float[] box(float[] in, int length, int lines, int window, int[] wanted, int count) {
        float[] out = new float[count * lines];
        float[] sums = new float[lines];
        int ahead = (window + 2) / 2 - 1;
        for (int right = 0; right < ahead; right++) {
            add(sums, in, right * lines);
        }
        int covered = ahead;
        int next = 0;
        for (int at = 0; at < length; at++) {
            int right = at + ahead;
            int left = right - window;
            if (right < length) {
                add(sums, in, right * lines);
                covered++;
            }
            if (left >= 0) {
                subtract(sums, in, left * lines);
                covered--;
            }
            for (; next < count && wanted[next] == at; next++) {
                divide(sums, covered, out, next * lines);
            }
        }
        return out;
    }

    private static void add(float[] sums, float[] in, int from) {
        for (int line = 0; line < sums.length; line++) {
            sums[line] += in[from + line];
        }
    }

    private static void subtract(float[] sums, float[] in, int from) {
        for (int line = 0; line < sums.length; line++) {
            sums[line] -= in[from + line];
        }
    }

    private static void divide(float[] sums, float by, float[] out, int to) {
        for (int line = 0; line < sums.length; line++) {
            out[to + line] = sums[line] / by;
        }
    }

    private static float[] transpose(float[] in, int rows, int columns) {
        int block = 16;
        float[] out = new float[in.length];
        for (int top = 0; top < rows; top += block) {
            int bottom = Math.min(rows, top + block);
            for (int column = 0; column < columns; column++) {
                for (int row = top; row < bottom; row++) {
                    out[column * rows + row] = in[row * columns + column];
                }
            }
        }
        return out;
    }
}
