package dev.docket.starter;

/** The orthonormal 8 x 8 DCT-II of JPEG, as 64 convolution kernels. */
final class BlockDct {
    private BlockDct() {}

    /** 64 kernels of 64 weights, vertical frequency major. StrictMath, so that the bytes are the same everywhere. */
    static float[] basis() {
        float[] basis = new float[64 * 64];
        int at = 0;
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                for (int y = 0; y < 8; y++) {
                    for (int x = 0; x < 8; x++) {
                        basis[at++] = (float) (wave(v, y) * wave(u, x));
                    }
                }
            }
        }
        return basis;
    }

    private static double wave(int frequency, int position) {
        double scale = frequency == 0 ? StrictMath.sqrt(1.0 / 8) : StrictMath.sqrt(2.0 / 8);
        return scale * StrictMath.cos((2 * position + 1) * frequency * Math.PI / 16);
    }
}
