package dev.docket.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph without a model folder, opened and run as Docket runs its models, on finished numbers: for measuring.
 * Safe to call from several threads.
 */
public final class BareGraph implements AutoCloseable {
    private final OrtSession session;

    /**
     * An input of the graph.
     *
     * @param values direct, in native order, from its start to its limit
     */
    public record Input(String name, FloatBuffer values, long... shape) {}

    private BareGraph(OrtSession session) {
        this.session = session;
    }

    /**
     * @param graph of our own making: nothing is checked
     * @param threads of one run
     */
    public static BareGraph open(byte[] graph, int threads) {
        try (OrtSession.SessionOptions options = Sessions.options(threads)) {
            return new BareGraph(Sessions.environment().createSession(graph, options));
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime cannot open the graph: " + e.getMessage(), e);
        }
    }

    /** Of ONNX Runtime, such as {@code 1.28.0}. */
    public static String version() {
        return Sessions.environment().getVersion();
    }

    /** One output, flat. */
    public float[] run(List<Input> inputs, String output) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Input input : inputs) {
                tensors.put(input.name(), OnnxTensor.createTensor(Sessions.environment(), input.values(), input.shape()));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                FloatBuffer raw = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] values = new float[raw.remaining()];
                raw.get(values);
                return values;
            }
        } catch (OrtException e) {
            throw new ScoringException("The graph failed: " + e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }
}
