package dev.docket.classify;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelParts;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** An ONNX model that reads bits out of a square picture: one input {@code [1,3,S,S]} of -1..1, one output of a number for each bit. Several threads. */
public final class BitModel implements AutoCloseable {
    private static final long LARGEST = 400L << 20;
    private static final int SMALLEST_SIDE = 32;
    private static final int LARGEST_SIDE = 1024;

    private final OrtSession session;
    private final String input;
    private final String output;
    private final int side;
    private final int bits;

    private BitModel(OrtSession session, int bits) throws OrtException, ModelRejectedException {
        this.session = session;
        this.bits = bits;
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (inputs.size() != 1) {
            throw new ModelRejectedException("model.onnx takes the inputs " + inputs.keySet() + "; a reader of marks takes one picture");
        }
        input = inputs.keySet().iterator().next();
        long[] shape = inputs.get(input).getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT ? tensor.getShape() : new long[0];
        if (shape.length != 4 || shape[1] != 3 || shape[2] != shape[3] || shape[2] < SMALLEST_SIDE || shape[2] > LARGEST_SIDE) {
            throw new ModelRejectedException("model.onnx: input " + input + " must be float32 [1,3,S,S] with S from " + SMALLEST_SIDE + " to " + LARGEST_SIDE);
        }
        side = (int) shape[2];
        output = session.getOutputInfo().keySet().iterator().next();
    }

    /**
     * @param folder with {@code model.onnx}, looked over as a classifier's is
     * @param bits that it has to give
     * @throws ModelRejectedException with what is wrong
     */
    public static BitModel open(Path folder, int bits) throws ModelRejectedException {
        ModelParts parts = ModelParts.in(folder);
        String name = OnnxFile.in(parts);
        OrtSession session = null;
        try (OrtSession.SessionOptions options = Sessions.options(Sessions.interactiveThreads())) {
            if (parts.size(name) > LARGEST) {
                throw new ModelRejectedException("model.onnx is larger than " + (LARGEST >> 20) + " MB");
            }
            session = Sessions.environment().createSession(parts.read(name), options);
            return new BitModel(session, bits);
        } catch (IOException | OrtException e) {
            close(session);
            throw new ModelRejectedException("model.onnx cannot be opened: " + e.getMessage(), e);
        } catch (ModelRejectedException e) {
            close(session);
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
        try (OnnxTensor tensor = OnnxTensor.createTensor(Sessions.environment(), values.flip(), new long[] {1, 3, side, side});
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            FloatBuffer raw = result.get(0) instanceof OnnxTensor given ? given.getFloatBuffer() : null;
            if (raw == null || raw.remaining() != bits) {
                throw new ScoringException("model.onnx does not give " + bits + " numbers", null);
            }
            float[] read = new float[bits];
            raw.get(read);
            return read;
        } catch (OrtException e) {
            throw new ScoringException("model.onnx failed on a picture: " + e.getMessage(), e);
        }
    }

    private static void close(OrtSession session) {
        if (session != null) {
            Sessions.close(session);
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }
}
