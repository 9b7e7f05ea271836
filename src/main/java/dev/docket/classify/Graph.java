package dev.docket.classify;

import java.util.Map;
import java.util.Optional;

/** An opened ONNX graph, in this process or in one of its own. Safe to call from several threads. */
interface Graph extends AutoCloseable {

    /** By name, in the graph's order. */
    Map<String, GraphTensor> inputs();

    /** By name, in the graph's order. */
    Map<String, GraphTensor> outputs();

    /**
     * One output, flat.
     *
     * @throws ScoringException when ONNX Runtime fails, takes too long or gives something else than numbers
     */
    float[] run(Map<String, Preprocessor.Pixels> inputs, String output);

    /** Why it is not run any more until it is opened again; empty while it is. */
    default Optional<String> outOfUse() {
        return Optional.empty();
    }

    @Override
    void close();
}
