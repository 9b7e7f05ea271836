package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An opened ONNX classifier: one graph, checked against what its folder says. Safe to call from several threads. */
final class OnnxModel implements AutoCloseable {
    private final ModelLayout layout;
    private final Graph graph;
    private final Preprocessor preprocessor;
    private final String input;
    private final String output;
    private final boolean isScores;

    private OnnxModel(ModelLayout layout, Graph graph) throws ModelRejectedException {
        this.layout = layout;
        this.graph = graph;
        preprocessor = new Preprocessor(layout.preprocessing());
        input = ModelSignature.input(graph.inputs(), layout.preprocessing());
        output = ModelSignature.output(graph.outputs(), layout.labels());
        isScores = output.equals(ModelSignature.SCORES);
    }

    /** @param threads of one run */
    static OnnxModel open(ModelLayout layout, int threads) throws ModelRejectedException {
        Graph graph = Graphs.open(layout.parts(), layout.onnx(), threads);
        try {
            return new OnnxModel(layout, graph);
        } catch (ModelRejectedException e) {
            graph.close();
            throw e;
        }
    }

    /** Whether it runs in a process of its own, one picture at a time. */
    boolean isConfined() {
        return graph instanceof ConfinedGraph;
    }

    /** Why it is not run any more; empty while it is. */
    Optional<String> outOfUse() {
        return graph.outOfUse();
    }

    /**
     * One number per label, 0..1 for a sound model.
     *
     * @throws ScoringException when ONNX Runtime fails or the model gives something else than one finite number a label
     */
    float[] run(DecodedImage image) {
        RgbPicture picture = RgbPicture.of(image);
        Map<String, Preprocessor.Pixels> pixels = new HashMap<>();
        pixels.put(input, preprocessor.pixels(picture));
        layout.preprocessing().tiles().ifPresent(tiles -> pixels.put(tiles.input(), preprocessor.tiles(picture, tiles)));
        try {
            return scores(graph.run(pixels, output));
        } catch (ScoringException e) {
            throw new ScoringException(layout.id() + "@" + layout.version() + " failed on a picture: " + e.getMessage(), e);
        } finally {
            pixels.values().forEach(preprocessor::done);
        }
    }

    private float[] scores(float[] values) {
        int labels = layout.labels().size();
        if (values.length != labels) {
            throw new ScoringException("output " + output + " of model.onnx gives " + values.length + " numbers for " + labels + " labels", null);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ScoringException("output " + output + " of model.onnx holds " + value, null);
            }
        }
        if (!isScores) {
            Logits.toScores(values, layout.multiLabel());
        }
        return values;
    }

    @Override
    public void close() {
        graph.close();
    }
}
