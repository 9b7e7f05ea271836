package dev.docket.classify;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.docket.decode.DecodedImage;
import dev.docket.storage.ContentHash;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The starter model's backbone: forensic statistics of a picture's colour, noise residual, block grid and spectrum, as an
 * ONNX graph built by our own code. Input {@code image} float32 [N, 3, 256, 256] is the whole picture resized without
 * keeping its shape (bicubic); input {@code tiles} float32 [N, 4, 3, 128, 128] are {@link NativeTiles}; both RGB, 0..1.
 * Output {@code embedding} float32 [N, dimensions].
 */
public final class ForensicBackbone implements Backbone {
    public static final String EMBEDDING = "embedding";

    /** Nodes and initializers of a head that stands on the backbone carry this prefix; what has it is not the backbone. */
    public static final String HEAD_PREFIX = "head/";

    private static final NativeTiles TILES = new NativeTiles("tiles", 128);
    private static final Preprocessing STEPS = new Preprocessing(
            Optional.of(new Preprocessing.Sizing(256, 256, false, ResizeFilter.BICUBIC)), Optional.empty(),
            1 / 255.0, new float[] {0, 0, 0}, new float[] {1, 1, 1}, Optional.of(TILES));

    private final ContentHash id;
    private final OrtSession session;
    private final int dimensions;
    private final Preprocessor preprocessor = new Preprocessor(STEPS);

    private ForensicBackbone(byte[] graph) throws OrtException {
        id = ContentHash.of(graph);
        // one thread, so that sums are added in one order and an embedding is the same on every run
        try (OrtSession.SessionOptions options = Sessions.options(1)) {
            session = Sessions.environment().createSession(graph, options);
        }
        dimensions = (int) ((TensorInfo) session.getOutputInfo().get(EMBEDDING).getInfo()).getShape()[1];
    }

    /** Loads the graph that ships with Docket. */
    public static ForensicBackbone load() {
        try {
            return new ForensicBackbone(graph());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot open the backbone that ships with Docket", e);
        }
    }

    /** The backbone alone, an ONNX model with the one output {@code embedding}; {@link #id} is the hash of these bytes. */
    public static byte[] graph() {
        try {
            return withoutHead(ModelProto.parseFrom(StarterModel.resource("model.onnx"))).toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The model that ships with Docket is damaged", e);
        }
    }

    /**
     * How the embedding's features lie over the generated pictures the starter model's head was trained on: the same for everybody,
     * whatever a desk decided.
     *
     * @param mean per feature
     * @param scale per feature, 1 over the deviation
     */
    public record Spread(double[] mean, double[] scale) {}

    public static Spread spread() {
        try {
            GraphProto graph = ModelProto.parseFrom(StarterModel.resource("model.onnx")).getGraph();
            return new Spread(initializer(graph, "mean"), initializer(graph, "scale"));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The model that ships with Docket is damaged", e);
        }
    }

    private static double[] initializer(GraphProto graph, String name) {
        TensorProto tensor = graph.getInitializerList().stream().filter(t -> t.getName().equals(HEAD_PREFIX + name)).findFirst().orElseThrow();
        FloatBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        double[] values = new double[raw.remaining()];
        Arrays.setAll(values, i -> raw.get(i));
        return values;
    }

    /** The {@code preprocessor_config.json} of any model that stands on this backbone. */
    public static byte[] preprocessorConfig() {
        return StarterModel.resource("preprocessor_config.json");
    }

    private static ModelProto withoutHead(ModelProto model) {
        GraphProto full = model.getGraph();
        GraphProto.Builder graph = full.toBuilder().clearNode().clearInitializer().clearOutput();
        full.getNodeList().stream().filter(node -> !node.getName().startsWith(HEAD_PREFIX)).forEach(graph::addNode);
        full.getInitializerList().stream().filter(tensor -> !tensor.getName().startsWith(HEAD_PREFIX)).forEach(graph::addInitializer);
        full.getOutputList().stream().filter(output -> output.getName().equals(EMBEDDING)).forEach(graph::addOutput);
        return model.toBuilder().setGraph(graph).clearMetadataProps().build();
    }

    @Override
    public ContentHash id() {
        return id;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] embed(DecodedImage image) {
        RgbPicture picture = RgbPicture.of(image);
        Preprocessor.Pixels pixels = preprocessor.pixels(picture);
        Preprocessor.Pixels cuts = preprocessor.tiles(picture, TILES);
        try (OnnxTensor whole = Sessions.tensor(pixels);
                OnnxTensor tiles = Sessions.tensor(cuts);
                OrtSession.Result result = session.run(Map.of("image", whole, TILES.input(), tiles), Set.of(EMBEDDING))) {
            float[] embedding = new float[dimensions];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(embedding);
            return embedding;
        } catch (OrtException e) {
            throw new ScoringException("The backbone failed on a picture: " + e.getMessage(), e);
        } finally {
            preprocessor.done(pixels);
            preprocessor.done(cuts);
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }
}
