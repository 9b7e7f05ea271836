package dev.docket.starter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the starter model's backbone: fixed, hand-designed statistics of a picture, no learned weight in it.
 *
 * <p>Two inputs, RGB, NCHW, 0..1: {@code image} is the whole picture squeezed to 256 x 256 (bicubic with antialias), for
 * colour and layout; {@code tiles} are four 128 x 128 cut-outs at native resolution, because every resize wipes out the
 * traces that noise residual, block grid and spectrum are about.
 *
 * <p>Sources: J. Fridrich, J. Kodovsky, Rich models for steganalysis of digital images, 2012 (the high-pass filters);
 * A. Popescu, H. Farid, Exposing digital forgeries by detecting traces of resampling, 2005 (peaks of the spectrum).
 */
final class ForensicGraph {
    static final int SIDE = 256;
    static final int TILE = 128;
    static final int TILES = 4;

    private static final float EPSILON = 0.01f;

    private final OnnxGraph graph;
    private final List<String> features = new ArrayList<>();
    private final Set<String> shapes = new HashSet<>();
    private int dimensions;

    private ForensicGraph(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Adds inputs, nodes and the output {@code embedding} to the graph; returns the length of the embedding. */
    static int write(OnnxGraph graph) {
        return new ForensicGraph(graph).write();
    }

    private int write() {
        graph.input("image", 3, SIDE, SIDE);
        graph.input("tiles", TILES, 3, TILE, TILE);
        constants();
        colour();
        layout();
        String luma = luma();
        residuals(luma);
        blocks(luma);
        new SpectrumBlock(graph).write(luma, TILES).forEach((tensor, length) -> feature(length, tensor));
        graph.node("Concat", "embedding", Map.of("axis", 1L), features.toArray(String[]::new));
        graph.output("embedding", dimensions);
        return dimensions;
    }

    private void constants() {
        graph.scalar("zero", 0f);
        graph.scalar("one", 1f);
        graph.scalar("epsilon", EPSILON);
        graph.floats("ycbcr_matrix", new float[] {
            0.299f, 0.587f, 0.114f, -0.168736f, -0.331264f, 0.5f, 0.5f, -0.418688f, -0.081312f}, 3, 3, 1, 1);
        graph.floats("ycbcr_offset", new float[] {0f, 0.5f, 0.5f}, 3);
        graph.floats("luma_weights", new float[] {0.299f * 255, 0.587f * 255, 0.114f * 255}, 1, 3, 1, 1);
    }

    /** Means, log variances and soft histograms of Y, Cb and Cr. */
    private void colour() {
        graph.node("Conv", "ycbcr", "image", "ycbcr_matrix", "ycbcr_offset");
        graph.node("AveragePool", "ycbcr_half", Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}), "ycbcr");
        mean("colour_mean_4d", "ycbcr_half", 1L, 2, 3);
        feature(3, graph.node("Flatten", "colour_mean", "colour_mean_4d"));
        graph.node("Sub", "colour_centred", "ycbcr_half", "colour_mean_4d");
        mean("colour_variance", graph.node("Mul", "colour_squared", "colour_centred", "colour_centred"), 0L, 2, 3);
        graph.scalar("colour_epsilon", 1e-4f);
        feature(3, log("colour_log_variance", "colour_variance", "colour_epsilon"));
        int bins = 16;
        float[] ramp = new float[bins];
        for (int i = 0; i < bins; i++) {
            ramp[i] = -i;
        }
        graph.floats("bin_offsets", ramp, 1, 1, bins, 1);
        graph.scalar("bin_scale", bins - 1);
        graph.longs("planes_shape", 0, 3, 1, SIDE / 2 * SIDE / 2);
        graph.node("Mul", "colour_in_bins", graph.node("Reshape", "colour_planes", "ycbcr_half", "planes_shape"), "bin_scale");
        graph.node("Abs", "bin_distance", graph.node("Add", "bin_difference", "colour_in_bins", "bin_offsets"));
        graph.node("Relu", "bin_weight", graph.node("Sub", "bin_nearness", "one", "bin_distance"));
        mean("histogram", "bin_weight", 0L, 3);
        feature(3 * bins, graph.node("Flatten", "histograms", "histogram"));
    }

    /** Where colour and edges lie, on a 4 x 4 grid: what tells a banner at the bottom from one all over. */
    private void layout() {
        Map<String, Object> cells = Map.of("kernel_shape", new long[] {64, 64}, "strides", new long[] {64, 64});
        graph.node("AveragePool", "layout_colour_4d", cells, "ycbcr");
        feature(48, graph.node("Flatten", "layout_colour", "layout_colour_4d"));
        graph.floats("gradient_kernel", new float[] {0, 0, 0, 0, -255, 255, 0, 0, 0, 0, 0, 0, 0, -255, 0, 0, 255, 0}, 2, 1, 3, 3);
        slice("whole_luma", "ycbcr", 1, 0, 1);
        graph.node("Conv", "gradient", Map.of("pads", new long[] {1, 1, 1, 1}), "whole_luma", "gradient_kernel");
        graph.node("AveragePool", "gradient_cells", cells, graph.node("Abs", "gradient_size", "gradient"));
        feature(32, graph.node("Flatten", "layout_edges", log("gradient_log", "gradient_cells", "epsilon")));
    }

    /** The tiles as one batch of grey pictures, 0..255. */
    private String luma() {
        graph.longs("tile_batch_shape", -1, 3, TILE, TILE);
        return graph.node("Conv", "luma", graph.node("Reshape", "tile_batch", "tiles", "tile_batch_shape"), "luma_weights");
    }

    /** Moments, truncated histograms and neighbour correlations of twelve high-pass residuals. */
    private void residuals(String luma) {
        int filters = HighPass.KERNELS.size();
        graph.floats("high_pass", HighPass.flat(), filters, 1, 5, 5);
        graph.node("Conv", "residual", luma, "high_pass");
        graph.node("Abs", "residual_size", "residual");
        graph.node("Mul", "residual_squared", "residual", "residual");
        String m1 = tileMean("residual_m1", "residual_size", filters);
        String m2 = tileMean("residual_m2", "residual_squared", filters);
        String m4 = tileMean("residual_m4", graph.node("Mul", "residual_fourth", "residual_squared", "residual_squared"), filters);
        feature(filters, log("residual_log_m1", m1, "epsilon"));
        feature(filters, log("residual_log_m2", m2, "epsilon"));
        graph.node("Add", "residual_m2_safe", m2, "epsilon");
        graph.node("Add", "residual_m4_safe", m4, "epsilon");
        graph.node("Mul", "residual_m2_m2", "residual_m2_safe", "residual_m2_safe");
        feature(filters, graph.node("Log", "residual_kurtosis", graph.node("Div", "residual_m4_ratio", "residual_m4_safe", "residual_m2_m2")));
        truncated(filters);
        int[][] lags = {{0, 1}, {1, 0}, {1, 1}, {0, 2}, {2, 0}};
        for (int[] lag : lags) {
            correlation(lag[0], lag[1], filters);
        }
    }

    /** Soft histogram of the residual's size at 0, 1, 2 and 3 or more grey levels, from three clipped ramps. */
    private void truncated(int filters) {
        String over = "one";
        for (int level = 0; level < 3; level++) {
            graph.scalar("level_" + level, level);
            graph.node("Sub", "over_" + level, "residual_size", "level_" + level);
            graph.node("Clip", "ramp_" + level, "over_" + level, "zero", "one");
            String next = tileMean("share_over_" + level, "ramp_" + level, filters);
            feature(filters, graph.node("Sub", "truncated_" + level, over, next));
            over = next;
        }
        feature(filters, over);
    }

    private void correlation(int down, int right, int filters) {
        int side = TILE - 4;
        String name = "lag_" + down + "_" + right;
        crop(name + "_a", "residual", 0, 0, side - down, side - right);
        crop(name + "_b", "residual", down, right, side - down, side - right);
        String mean = tileMean(name + "_mean", graph.node("Mul", name + "_product", name + "_a", name + "_b"), filters);
        feature(filters, graph.node("Div", name, mean, "residual_m2_safe"));
    }

    /** Mean sizes of the 64 DCT coefficients on the JPEG grid, and how they differ from the grid moved by half a block. */
    private void blocks(String luma) {
        graph.floats("dct_basis", BlockDct.basis(), 64, 1, 8, 8);
        Map<String, Object> stride = Map.of("strides", new long[] {8, 8});
        graph.node("Conv", "dct_on_grid", stride, luma, "dct_basis");
        crop("luma_off_grid", luma, 4, 4, TILE - 8, TILE - 8);
        graph.node("Conv", "dct_off_grid", stride, "luma_off_grid", "dct_basis");
        String on = log("block_dct", tileMean("dct_on_mean", graph.node("Abs", "dct_on_size", "dct_on_grid"), 64), "epsilon");
        String off = log("block_dct_off", tileMean("dct_off_mean", graph.node("Abs", "dct_off_size", "dct_off_grid"), 64), "epsilon");
        feature(64, on);
        feature(64, graph.node("Sub", "block_grid", on, off));
    }

    private void feature(int length, String tensor) {
        features.add(tensor);
        dimensions += length;
    }

    private String log(String out, String in, String epsilon) {
        return graph.node("Log", out, graph.node("Add", out + "_safe", in, epsilon));
    }

    private String mean(String out, String in, long keepDimensions, long... axes) {
        return graph.node("ReduceMean", out, Map.of("axes", axes, "keepdims", keepDimensions), in);
    }

    /** [4N, C, H, W] averaged over space and the picture's four tiles: [N, C]. */
    private String tileMean(String out, String in, int channels) {
        mean(out + "_per_tile", in, 0L, 2, 3);
        String shape = "tile_shape_" + channels;
        if (shapes.add(shape)) {
            graph.longs(shape, -1, TILES, channels);
        }
        return mean(out, graph.node("Reshape", out + "_tiles", out + "_per_tile", shape), 0L, 1);
    }

    private void slice(String out, String in, long axis, long from, long to) {
        graph.longs(out + "_from", from);
        graph.longs(out + "_to", to);
        graph.longs(out + "_axis", axis);
        graph.node("Slice", out, in, out + "_from", out + "_to", out + "_axis");
    }

    private void crop(String out, String in, int top, int left, int height, int width) {
        graph.longs(out + "_from", top, left);
        graph.longs(out + "_to", top + height, left + width);
        graph.longs(out + "_axes", 2, 3);
        graph.node("Slice", out, in, out + "_from", out + "_to", out + "_axes");
    }
}
