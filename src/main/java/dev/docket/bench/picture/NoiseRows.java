package dev.docket.bench.picture;

/** Value noise of one grain, row by row from the top: random values on a grid, straight lines between them. */
final class NoiseRows {
    private final long seed;
    private final int cell;
    private final float[] above;
    private final float[] below;
    private int gridRow = -1;

    /** @param cell pixels from one random value to the next, at least 1 */
    NoiseRows(long seed, int width, int cell) {
        this.seed = seed;
        this.cell = cell;
        above = new float[width / cell + 2];
        below = new float[width / cell + 2];
    }

    /** Adds row {@code y}'s noise, from minus to plus {@code amplitude}. Rows are asked for in ascending order. */
    void add(int y, float amplitude, float[] sums) {
        int row = y / cell;
        if (row != gridRow) {
            fill(row, above);
            fill(row + 1, below);
            gridRow = row;
        }
        float down = (float) (y % cell) / cell;
        int x = 0;
        for (int column = 0; x < sums.length; column++) {
            float left = amplitude * (above[column] + down * (below[column] - above[column]));
            float right = amplitude * (above[column + 1] + down * (below[column + 1] - above[column + 1]));
            float step = (right - left) / cell;
            int end = Math.min(sums.length, x + cell);
            for (float value = left; x < end; x++, value += step) {
                sums[x] += value;
            }
        }
    }

    private void fill(int row, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) mixed(seed + row * 0x9E3779B97F4A7C15L + i * 0xC2B2AE3D27D4EB4FL) * 0x1p-31f;
        }
    }

    /** The finaliser of SplitMix64. Source: G. Steele et al., Fast Splittable Pseudorandom Number Generators, 2014. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
