package dev.docket.classify;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A graph in this process: one that ships with Docket, or any within the process that is there for it. Safe to call from several threads. */
final class SessionGraph implements Graph {
    private final OrtSession session;
    private final Map<String, GraphTensor> inputs;
    private final Map<String, GraphTensor> outputs;

    private SessionGraph(OrtSession session) throws OrtException {
        this.session = session;
        inputs = tensors(session.getInputInfo());
        outputs = tensors(session.getOutputInfo());
    }

    /**
     * @param graph direct
     * @param threads of one run
     */
    static SessionGraph open(ByteBuffer graph, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = Sessions.options(threads)) {
            OrtSession session = Sessions.environment().createSession(graph, options);
            try {
                return new SessionGraph(session);
            } catch (OrtException | RuntimeException e) {
                Sessions.close(session);
                throw e;
            }
        }
    }

    private static Map<String, GraphTensor> tensors(Map<String, NodeInfo> nodes) {
        Map<String, GraphTensor> tensors = new LinkedHashMap<>();
        nodes.forEach((name, node) -> tensors.put(name, node.getInfo() instanceof TensorInfo tensor
                ? new GraphTensor(type(tensor), Arrays.stream(tensor.getShape()).boxed().toList()) : new GraphTensor("", List.of())));
        return tensors;
    }

    private static String type(TensorInfo tensor) {
        return switch (tensor.type) {
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case UINT8 -> "uint8";
            case INT8 -> "int8";
            case INT32 -> "int32";
            case INT64 -> "int64";
            default -> tensor.onnxType.toString().replace("ONNX_TENSOR_ELEMENT_DATA_TYPE_", "").toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public Map<String, GraphTensor> inputs() {
        return inputs;
    }

    @Override
    public Map<String, GraphTensor> outputs() {
        return outputs;
    }

    @Override
    public float[] run(Map<String, Preprocessor.Pixels> pixels, String output) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Preprocessor.Pixels> each : pixels.entrySet()) {
                tensors.put(each.getKey(), Sessions.tensor(each.getValue()));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                FloatBuffer raw = result.get(0) instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
                if (raw == null) {
                    throw new ScoringException("output " + output + " of model.onnx holds no numbers", null);
                }
                float[] values = new float[raw.remaining()];
                raw.get(values);
                return values;
            }
        } catch (OrtException e) {
            throw new ScoringException(e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }
}
