package dev.docket.classify;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.docket.registry.ModelParts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** The model file of a folder, looked over before any native code sees it: kind, size, and that it keeps its weights in itself. */
final class OnnxFile {
    private static final long LARGEST = 1L << 30;

    /** Formats that run code when loaded, or that hold weights only. */
    private static final List<String> OTHER_FORMATS =
            List.of(".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib", ".npy", ".h5", ".keras", ".pb", ".safetensors", ".tflite", ".gguf");

    private OnnxFile() {}

    /** {@code model.onnx} or {@code onnx/model.onnx}, looked over. */
    static String in(ModelParts parts) throws ModelRejectedException {
        if (names(parts).isEmpty()) {
            throw new ModelRejectedException(parts.place() + " is not a folder, or an empty one; a model is a folder with model.onnx, config.json and preprocessor_config.json");
        }
        for (String place : List.of("model.onnx", "onnx/model.onnx")) {
            if (parts.has(place)) {
                check(parts, place);
                return place;
            }
        }
        throw new ModelRejectedException("model.onnx is missing" + other(names(parts)));
    }

    private static List<String> names(ModelParts parts) throws ModelRejectedException {
        try {
            return parts.names();
        } catch (IOException e) {
            throw new ModelRejectedException("The folder cannot be read: " + e.getMessage(), e);
        }
    }

    private static String other(List<String> names) {
        return names.stream()
                    .filter(name -> OTHER_FORMATS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)).findFirst()
                    .map(name -> "; " + name + " is not taken, as such files can run code when loaded or hold weights only: export the model to ONNX")
                    .orElse("; looked for model.onnx and onnx/model.onnx");
    }

    private static void check(ModelParts parts, String name) throws ModelRejectedException {
        try {
            if (parts.size(name) > LARGEST) {
                throw new ModelRejectedException("model.onnx is larger than 1 GB");
            }
            try (InputStream in = new BufferedInputStream(parts.open(name), 1 << 16)) {
                in.mark(8);
                checkKind(in.readNBytes(4));
                in.reset();
                CodedInputStream bytes = CodedInputStream.newInstance(in);
                bytes.setSizeLimit(Integer.MAX_VALUE);
                walk(bytes, Message.MODEL, 0);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new ModelRejectedException("model.onnx is not an ONNX file, or was cut short", e);
        } catch (IOException e) {
            throw new ModelRejectedException("model.onnx cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkKind(byte[] start) throws ModelRejectedException {
        if (start.length < 4) {
            throw new ModelRejectedException("model.onnx is empty");
        }
        if (start[0] == 'P' && start[1] == 'K' || (start[0] & 0xff) == 0x80 && start[1] <= 5) {
            throw new ModelRejectedException("model.onnx is a pickle or an archive, not ONNX; such files can run code when loaded and are not taken");
        }
    }

    /** The messages in which a tensor can stand, with the fields that lead to the next. Numbers: onnx.proto. */
    private enum Message {
        MODEL, GRAPH, NODE, ATTRIBUTE, SPARSE, TENSOR, FUNCTION;

        Message inside(int field) {
            return switch (this) {
                case MODEL -> field == 7 ? GRAPH : field == 25 ? FUNCTION : null;
                case GRAPH -> field == 1 ? NODE : field == 5 ? TENSOR : field == 15 ? SPARSE : null;
                case NODE -> field == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE -> field == 5 || field == 10 ? TENSOR : field == 6 || field == 11 ? GRAPH : field == 22 || field == 23 ? SPARSE : null;
                case SPARSE -> field == 1 || field == 2 ? TENSOR : null;
                case FUNCTION -> field == 7 ? NODE : null;
                case TENSOR -> null;
            };
        }
    }

    /** Refuses a tensor whose data lies in another file: that file's path would be the model's to choose. */
    private static void walk(CodedInputStream bytes, Message message, int depth) throws IOException, ModelRejectedException {
        if (depth > 64) {
            throw new ModelRejectedException("model.onnx nests graphs too deeply");
        }
        for (int tag = bytes.readTag(); tag != 0; tag = bytes.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            Message inside = message.inside(field);
            if (message == Message.TENSOR && (field == 13 || field == 14 && bytes.readInt32() == 1)) {
                throw new ModelRejectedException("model.onnx keeps weights in another file (external data); save it as one file");
            }
            if (message == Message.TENSOR && field == 14) {
                continue;
            }
            if (inside != null && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                int limit = bytes.pushLimit(bytes.readRawVarint32());
                walk(bytes, inside, depth + 1);
                bytes.popLimit(limit);
            } else {
                bytes.skipField(tag);
            }
        }
    }
}
