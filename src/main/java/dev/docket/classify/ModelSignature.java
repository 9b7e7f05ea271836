package dev.docket.classify;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a model's inputs and outputs against its folder; complaints name model.onnx and the tensor. */
final class ModelSignature {
    /** An output of this name holds finished scores, 0..1. */
    static final String SCORES = "scores";

    private ModelSignature() {}

    /** Name of the picture input. */
    static String input(OrtSession session, Preprocessing preprocessing) throws OrtException, ModelRejectedException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        List<String> pictures = new ArrayList<>(inputs.keySet());
        if (preprocessing.tiles().isPresent()) {
            NativeTiles tiles = preprocessing.tiles().get();
            if (!pictures.remove(tiles.input())) {
                throw new ModelRejectedException("preprocessor_config.json: docket_tiles.input is " + tiles.input() + ", which model.onnx has not");
            }
            String name = "input " + tiles.input();
            expect(tensor(inputs.get(tiles.input()), name), name, "tiles take", List.of(-1L, (long) NativeTiles.COUNT, 3L, (long) tiles.side(), (long) tiles.side()));
        }
        if (pictures.size() != 1) {
            throw new ModelRejectedException("model.onnx takes the inputs " + inputs.keySet() + "; an image model takes one picture");
        }
        String name = "input " + pictures.getFirst();
        TensorInfo picture = tensor(inputs.get(pictures.getFirst()), name);
        Optional<Preprocessing.Size> size = preprocessing.fixedSize();
        long height = size.map(fixed -> (long) fixed.height()).orElse(-1L);
        long width = size.map(fixed -> (long) fixed.width()).orElse(-1L);
        expect(picture, name, "an image model takes", List.of(-1L, 3L, height, width));
        return pictures.getFirst();
    }

    /** Name of the output to read: {@code scores}, else {@code logits}, else the first. */
    static String output(OrtSession session, List<String> labels) throws OrtException, ModelRejectedException {
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        String name = outputs.containsKey(SCORES) ? SCORES : outputs.containsKey("logits") ? "logits" : outputs.keySet().iterator().next();
        TensorInfo tensor = tensor(outputs.get(name), "output " + name);
        long[] shape = tensor.getShape();
        if (tensor.type != OnnxJavaType.FLOAT || shape.length != 2) {
            throw new ModelRejectedException("model.onnx: output " + name + " is " + text(tensor) + "; a classifier gives float32[N,labels]");
        }
        if (shape[1] >= 0 && shape[1] != labels.size()) {
            throw new ModelRejectedException("model.onnx: output " + name + " gives " + shape[1] + " numbers a picture, but config.json: id2label names " + labels.size() + " labels");
        }
        return name;
    }

    private static TensorInfo tensor(NodeInfo node, String name) throws ModelRejectedException {
        if (node.getInfo() instanceof TensorInfo tensor) {
            return tensor;
        }
        throw new ModelRejectedException("model.onnx: " + name + " is no tensor");
    }

    /** @param shape -1 where any length will do */
    private static void expect(TensorInfo tensor, String name, String taker, List<Long> shape) throws ModelRejectedException {
        long[] actual = tensor.getShape();
        boolean tiles = shape.size() == 5;
        if (tensor.type != OnnxJavaType.FLOAT || actual.length != shape.size()) {
            throw new ModelRejectedException("model.onnx: " + name + " is " + text(tensor) + " of rank " + actual.length + "; " + taker
                    + (tiles ? " float32 of rank 5" : " rank 4 (N,C,H,W), float32"));
        }
        for (int i = 0; i < actual.length; i++) {
            long wanted = i == 0 ? 1 : shape.get(i);
            if (actual[i] >= 0 && actual[i] != wanted) {
                throw new ModelRejectedException("model.onnx: " + name + " is " + text(tensor) + ", but preprocessor_config.json makes "
                        + dimensions(shape.stream().mapToLong(Long::longValue).toArray()));
            }
        }
    }

    private static String text(TensorInfo tensor) {
        String type = switch (tensor.type) {
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case UINT8 -> "uint8";
            case INT8 -> "int8";
            case INT32 -> "int32";
            case INT64 -> "int64";
            default -> tensor.onnxType.toString().replace("ONNX_TENSOR_ELEMENT_DATA_TYPE_", "").toLowerCase(Locale.ROOT);
        };
        return type + dimensions(tensor.getShape());
    }

    private static String dimensions(long[] shape) {
        return Arrays.stream(shape).mapToObj(length -> length < 0 ? "?" : Long.toString(length)).collect(Collectors.joining(",", "[", "]"));
    }
}
