package dev.docket.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docket.decode.DecodedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An opened ONNX classifier: one session, checked against what its folder says. Safe to call from several threads. */
final class OnnxModel implements AutoCloseable {
    private final ModelLayout layout;
    private final OrtSession session;
    private final Preprocessor preprocessor;
    private final String input;
    private final String output;
    private final boolean isScores;

    private OnnxModel(ModelLayout layout, OrtSession session) throws ModelRejectedException, OrtException {
        this.layout = layout;
        this.session = session;
        preprocessor = new Preprocessor(layout.preprocessing());
        input = ModelSignature.input(session, layout.preprocessing());
        output = ModelSignature.output(session, layout.labels());
        isScores = output.equals(ModelSignature.SCORES);
    }

    /** @param threads of one run */
    static OnnxModel open(ModelLayout layout, int threads) throws ModelRejectedException {
        OrtSession session;
        // native memory: the heap has no room for a large model beside the pictures
        try (Arena memory = Arena.ofConfined(); OrtSession.SessionOptions options = Sessions.options(threads)) {
            session = Sessions.environment().createSession(graph(layout, memory), options);
        } catch (IOException e) {
            throw new ModelRejectedException("model.onnx cannot be read: " + e.getMessage(), e);
        } catch (OrtException e) {
            throw new ModelRejectedException("model.onnx cannot be opened by ONNX Runtime: " + e.getMessage(), e);
        }
        try {
            return new OnnxModel(layout, session);
        } catch (ModelRejectedException | OrtException e) {
            Sessions.close(session);
            throw e instanceof ModelRejectedException rejected ? rejected
                    : new ModelRejectedException("model.onnx cannot be read: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer graph(ModelLayout layout, Arena memory) throws IOException {
        ByteBuffer graph = memory.allocate(layout.parts().size(layout.onnx())).asByteBuffer();
        try (ReadableByteChannel in = Channels.newChannel(layout.parts().open(layout.onnx()))) {
            while (graph.hasRemaining() && in.read(graph) >= 0) {
                // until it is full, or the file ended before its size
            }
        }
        return graph.flip();
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
            return run(pixels);
        } catch (OrtException e) {
            throw new ScoringException(layout.id() + "@" + layout.version() + " failed on a picture: " + e.getMessage(), e);
        } finally {
            pixels.values().forEach(preprocessor::done);
        }
    }

    private float[] run(Map<String, Preprocessor.Pixels> pixels) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (Map.Entry<String, Preprocessor.Pixels> each : pixels.entrySet()) {
                inputs.put(each.getKey(), Sessions.tensor(each.getValue()));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
                return scores(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private float[] scores(FloatBuffer raw) {
        int labels = layout.labels().size();
        if (raw.remaining() != labels) {
            throw new ScoringException("output " + output + " of model.onnx gives " + raw.remaining() + " numbers for " + labels + " labels", null);
        }
        float[] values = new float[labels];
        raw.get(values);
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
        Sessions.close(session);
    }
}
