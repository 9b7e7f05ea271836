package dev.docket.starter;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The power spectrum of a tile's noise residual, as 24 rings and 8 lattice points, the latter also against their
 * surroundings: periodic upsampling leaves peaks there. The transform is two matrix products.
 */
final class SpectrumBlock {
    /** Side of the transformed patch: the residual loses a rim; 120 has whole numbers of the periods 2, 3, 4, 5, 6 and 8. */
    static final int SIDE = 120;

    /** Columns kept; the rest is their mirror. */
    private static final int HALF = SIDE / 2 + 1;

    private static final int RINGS = 24;

    /** In cycles per 8 pixels, down and right. */
    private static final int[][] LATTICE = {{4, 0}, {0, 4}, {4, 4}, {2, 0}, {0, 2}, {2, 2}, {4, 2}, {2, 4}};

    private final OnnxGraph graph;

    SpectrumBlock(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Adds the block behind {@code luma} [tiles * N, 1, 128, 128]; returns feature tensors and their lengths, in order. */
    Map<String, Integer> write(String luma, int tiles) {
        String patch = patch(luma);
        String power = power(patch);
        graph.longs("spectrum_shape", -1, tiles, SIDE * HALF);
        graph.node("ReduceMean", "spectrum", Map.of("axes", new long[] {1}, "keepdims", 0L),
                graph.node("Reshape", "spectrum_tiles", power, "spectrum_shape"));
        mask();
        graph.node("Mul", "spectrum_means", graph.node("MatMul", "spectrum_sums", "spectrum", "spectrum_mask"), "spectrum_shares");
        graph.node("ReduceMean", "spectrum_level", Map.of("axes", new long[] {1}, "keepdims", 1L), "spectrum");
        graph.scalar("spectrum_epsilon", 1e-4f);
        graph.node("Add", "spectrum_level_safe", "spectrum_level", "spectrum_epsilon");
        graph.node("Div", "spectrum_relative", "spectrum_means", "spectrum_level_safe");
        graph.node("Log", "spectrum_log", graph.node("Add", "spectrum_relative_safe", "spectrum_relative", "spectrum_epsilon"));
        part("spectrum_rings_and_peaks", 0, RINGS + LATTICE.length);
        part("spectrum_peaks", RINGS, LATTICE.length);
        part("spectrum_surroundings", RINGS + LATTICE.length, LATTICE.length);
        graph.node("Sub", "spectrum_prominence", "spectrum_peaks", "spectrum_surroundings");
        Map<String, Integer> features = new LinkedHashMap<>();
        features.put("spectrum_rings_and_peaks", RINGS + LATTICE.length);
        features.put("spectrum_prominence", LATTICE.length);
        return features;
    }

    /** The second-order residual of the tile's middle, under a Hann window. */
    private String patch(String luma) {
        graph.floats("laplacian", new float[] {-0.25f, 0.5f, -0.25f, 0.5f, -1f, 0.5f, -0.25f, 0.5f, -0.25f}, 1, 1, 3, 3);
        graph.node("Conv", "spectrum_residual", luma, "laplacian");
        graph.longs("patch_from", 3, 3);
        graph.longs("patch_to", 3 + SIDE, 3 + SIDE);
        graph.longs("patch_axes", 2, 3);
        graph.node("Slice", "patch", "spectrum_residual", "patch_from", "patch_to", "patch_axes");
        float[] side = new float[SIDE];
        for (int i = 0; i < SIDE; i++) {
            side[i] = (float) hann(i);
        }
        graph.floats("window_down", side, SIDE, 1);
        graph.floats("window_across", side, 1, SIDE);
        return graph.node("Mul", "windowed", graph.node("Mul", "windowed_down", "patch", "window_down"), "window_across");
    }

    private static double hann(int i) {
        return 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (i + 0.5) / SIDE);
    }

    /** |F|^2 where F = (C - iS) patch (C - iS)^T, per 1000 so that sums stay in float range. */
    private String power(String patch) {
        float[] cosines = new float[SIDE * SIDE];
        float[] sines = new float[SIDE * SIDE];
        for (int k = 0; k < SIDE; k++) {
            for (int n = 0; n < SIDE; n++) {
                double angle = 2 * Math.PI * (k * n % SIDE) / SIDE;
                cosines[k * SIDE + n] = (float) (StrictMath.cos(angle) / SIDE);
                sines[k * SIDE + n] = (float) (StrictMath.sin(angle) / SIDE);
            }
        }
        graph.floats("cosines", cosines, SIDE, SIDE);
        graph.floats("sines", sines, SIDE, SIDE);
        graph.longs("half_from", 0);
        graph.longs("half_to", HALF);
        graph.longs("half_axis", 1);
        graph.scalar("spectrum_scale", SIDE * SIDE);
        // both matrices are symmetric; the right-hand one needs the first half of its columns only
        graph.node("Slice", "half_cosines", "cosines", "half_from", "half_to", "half_axis");
        graph.node("Slice", "half_sines", "sines", "half_from", "half_to", "half_axis");
        graph.node("MatMul", "rows_cos", patch, "half_cosines");
        graph.node("MatMul", "rows_sin", patch, "half_sines");
        graph.node("MatMul", "cc", "cosines", "rows_cos");
        graph.node("MatMul", "ss", "sines", "rows_sin");
        graph.node("MatMul", "cs", "cosines", "rows_sin");
        graph.node("MatMul", "sc", "sines", "rows_cos");
        graph.node("Sub", "real", "cc", "ss");
        graph.node("Add", "imaginary", "cs", "sc");
        graph.node("Add", "power_raw", graph.node("Mul", "real_squared", "real", "real"),
                graph.node("Mul", "imaginary_squared", "imaginary", "imaginary"));
        return graph.node("Mul", "power", "power_raw", "spectrum_scale");
    }

    /**
     * Columns of 0 and 1 as int8, a quarter of the bytes of floats, and what turns their sums into means. Cast, not
     * DequantizeLinear: before a MatMul, ONNX Runtime takes that for leave to round the other side to 8 bits as well.
     */
    private void mask() {
        int columns = RINGS + 2 * LATTICE.length;
        byte[] mask = new byte[SIDE * HALF * columns];
        int[] counts = new int[columns];
        for (int row = 0; row < SIDE; row++) {
            int v = Math.min(row, SIDE - row);
            for (int u = 0; u < HALF; u++) {
                for (int column = 0; column < columns; column++) {
                    if (covers(column, v, u)) {
                        mask[(row * HALF + u) * columns + column] = 1;
                        counts[column]++;
                    }
                }
            }
        }
        float[] shares = new float[columns];
        for (int column = 0; column < columns; column++) {
            shares[column] = 1f / counts[column];
        }
        graph.bytes("spectrum_mask_bytes", mask, (long) SIDE * HALF, columns);
        graph.floats("spectrum_shares", shares, 1, columns);
        graph.node("Cast", "spectrum_mask", Map.of("to", 1L), "spectrum_mask_bytes");
    }

    private static boolean covers(int column, int v, int u) {
        if (column < RINGS) {
            double radius = StrictMath.sqrt(v * v + u * u) / (SIDE / 2.0 * StrictMath.sqrt(2));
            return Math.min(RINGS - 1, (int) (radius * RINGS)) == column;
        }
        boolean peak = column < RINGS + LATTICE.length;
        int[] point = LATTICE[(column - RINGS) % LATTICE.length];
        int distance = Math.max(Math.abs(v - point[0] * SIDE / 8), Math.abs(u - point[1] * SIDE / 8));
        return peak ? distance <= 1 : distance >= 3 && distance <= 6;
    }

    private void part(String out, long from, long length) {
        graph.longs(out + "_from", from);
        graph.longs(out + "_to", from + length);
        graph.longs(out + "_axis", 1);
        graph.node("Slice", out, "spectrum_log", out + "_from", out + "_to", out + "_axis");
    }
}
