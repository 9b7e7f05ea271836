package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelParts;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An ONNX model that reads bits out of a square picture: one input {@code [1,3,S,S]} of -1..1, one output of a number for each bit. Several threads. */
public final class BitModel implements AutoCloseable {
    private static final long LARGEST = 400L << 20;
    private static final int SMALLEST_SIDE = 32;
    private static final int LARGEST_SIDE = 1024;

    private final Graph graph;
    private final String input;
    private final String output;
    private final int side;
    private final int bits;

    private BitModel(Graph graph, int bits) throws ModelRejectedException {
        this.graph = graph;
        this.bits = bits;
        if (graph.inputs().size() != 1 || graph.outputs().isEmpty()) {
            throw new ModelRejectedException("model.onnx takes the inputs " + graph.inputs().keySet() + "; a reader of marks takes one picture");
        }
        input = graph.inputs().keySet().iterator().next();
        GraphTensor picture = graph.inputs().get(input);
        List<Long> shape = picture.isFloat() ? picture.shape() : List.of();
        if (shape.size() != 4 || shape.get(1) != 3 || !shape.get(2).equals(shape.get(3)) || shape.get(2) < SMALLEST_SIDE || shape.get(2) > LARGEST_SIDE) {
            throw new ModelRejectedException("model.onnx: input " + input + " must be float32 [1,3,S,S] with S from " + SMALLEST_SIDE + " to " + LARGEST_SIDE);
        }
        side = shape.get(2).intValue();
        output = graph.outputs().keySet().iterator().next();
    }

    /**
     * @param folder with {@code model.onnx}, looked over as a classifier's is
     * @param bits that it has to give
     * @throws ModelRejectedException with what is wrong
     */
    public static BitModel open(Path folder, int bits) throws ModelRejectedException {
        ModelParts parts = ModelParts.in(folder);
        String name = OnnxFile.in(parts);
        try {
            if (parts.size(name) > LARGEST) {
                throw new ModelRejectedException("model.onnx is larger than " + (LARGEST >> 20) + " MB");
            }
        } catch (IOException e) {
            throw new ModelRejectedException("model.onnx cannot be opened: " + e.getMessage(), e);
        }
        Graph graph = Graphs.open(parts, name, Sessions.interactiveThreads());
        try {
            return new BitModel(graph, bits);
        } catch (ModelRejectedException e) {
            graph.close();
            throw e;
        }
    }

    /**
     * One number for each bit, above nothing for one.
     *
     * @param picture is scaled to a square, whatever its shape
     * @throws ScoringException when ONNX Runtime fails or the model gives something else
     */
    public float[] read(DecodedImage picture) {
        RgbPicture square = Resize.to(RgbPicture.of(picture), side, side, ResizeFilter.BILINEAR);
        FloatBuffer values = FloatBuffer.allocate(3 * side * side);
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int pixel : square.argb()) {
                values.put((pixel >> shift & 0xff) / 127.5f - 1);
            }
        }
        float[] read = graph.run(Map.of(input, new Preprocessor.Pixels(new long[] {1, 3, side, side}, values.flip())), output);
        if (read.length != bits) {
            throw new ScoringException("model.onnx does not give " + bits + " numbers", null);
        }
        return read;
    }

    @Override
    public void close() {
        graph.close();
    }
}
