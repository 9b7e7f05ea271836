package dev.docket.hash;

/** The lowest 16 x 16 frequencies, without the constant one, of a 64 x 64 picture: a cosine transform as two float products. */
final class PdqCosines {
    private static final int SIDE = PdqTent.SIDE;
    private static final int KEPT = 16;
    private static final float[] COSINES = cosines();

    private PdqCosines() {}

    private static float[] cosines() {
        float scale = (float) Math.sqrt(2.0 / SIDE);
        float[] matrix = new float[KEPT * SIDE];
        for (int i = 0; i < KEPT; i++) {
            for (int j = 0; j < SIDE; j++) {
                matrix[i * SIDE + j] = (float) (scale * StrictMath.cos(Math.PI / 2.0 / SIDE * (i + 1) * (2 * j + 1)));
            }
        }
        return matrix;
    }

    /** @param small 64 x 64 values, row-major. @return 16 x 16 values, row-major */
    static float[] transform(float[] small) {
        float[] half = new float[KEPT * SIDE];
        for (int i = 0; i < KEPT; i++) {
            // summed over k in ascending order for every j, as the reference does
            for (int k = 0; k < SIDE; k++) {
                addScaled(half, i * SIDE, small, k * SIDE, COSINES[i * SIDE + k]);
            }
        }
        float[] frequencies = new float[KEPT * KEPT];
        for (int i = 0; i < KEPT; i++) {
            for (int j = 0; j < KEPT; j++) {
                frequencies[i * KEPT + j] = product(half, i * SIDE, j * SIDE);
            }
        }
        return frequencies;
    }

    private static void addScaled(float[] sums, int at, float[] values, int from, float scale) {
        for (int j = 0; j < SIDE; j++) {
            sums[at + j] += scale * values[from + j];
        }
    }

    private static float product(float[] half, int row, int cosines) {
        float sum = 0;
        for (int k = 0; k < SIDE; k++) {
            sum += half[row + k] * COSINES[cosines + k];
        }
        return sum;
    }
}
