package dev.docket.starter;

import java.util.List;

/** Twelve high-pass filters of the spatial rich model, each over its largest weight, centred in 5 x 5. Source: Fridrich and Kodovsky 2012, figure 2. */
final class HighPass {

    /** Rows of weights and their divisor. */
    record Kernel(float divisor, float[][] rows) {}

    static final List<Kernel> KERNELS = List.of(
            kernel(1, "-1 1"),
            kernel(1, "-1 / 1"),
            kernel(1, "-1 0 / 0 1"),
            kernel(2, "1 -2 1"),
            kernel(2, "1 / -2 / 1"),
            kernel(2, "1 0 0 / 0 -2 0 / 0 0 1"),
            kernel(3, "1 -3 3 -1"),
            kernel(3, "1 / -3 / 3 / -1"),
            kernel(4, "-1 2 -1 / 2 -4 2 / -1 2 -1"),
            kernel(12, "-1 2 -2 2 -1 / 2 -6 8 -6 2 / -2 8 -12 8 -2 / 2 -6 8 -6 2 / -1 2 -2 2 -1"),
            kernel(4, "-1 2 -1 / 2 -4 2"),
            kernel(4, "-1 2 / 2 -4 / -1 2"));

    private HighPass() {}

    /** All kernels one after another, 25 weights each. */
    static float[] flat() {
        float[] flat = new float[KERNELS.size() * 25];
        for (int k = 0; k < KERNELS.size(); k++) {
            Kernel kernel = KERNELS.get(k);
            int top = (5 - kernel.rows.length) / 2;
            for (int y = 0; y < kernel.rows.length; y++) {
                int left = (5 - kernel.rows[y].length) / 2;
                for (int x = 0; x < kernel.rows[y].length; x++) {
                    flat[k * 25 + (top + y) * 5 + left + x] = kernel.rows[y][x] / kernel.divisor;
                }
            }
        }
        return flat;
    }

    private static Kernel kernel(float divisor, String text) {
        String[] lines = text.split(" / ");
        float[][] rows = new float[lines.length][];
        for (int y = 0; y < lines.length; y++) {
            String[] weights = lines[y].trim().split(" ");
            rows[y] = new float[weights.length];
            for (int x = 0; x < weights.length; x++) {
                rows[y][x] = Float.parseFloat(weights[x]);
            }
        }
        return new Kernel(divisor, rows);
    }
}
