package dev.docket.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a model's inputs and outputs against its folder; complaints name model.onnx and the tensor. */
final class ModelSignature {
    /** An output of this name holds finished scores, 0..1. */
    static final String SCORES = "scores";

    private ModelSignature() {}

    /** Name of the picture input. */
    static String input(Map<String, GraphTensor> inputs, Preprocessing preprocessing) throws ModelRejectedException {
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
        GraphTensor picture = tensor(inputs.get(pictures.getFirst()), name);
        Optional<Preprocessing.Size> size = preprocessing.fixedSize();
        long height = size.map(fixed -> (long) fixed.height()).orElse(-1L);
        long width = size.map(fixed -> (long) fixed.width()).orElse(-1L);
        expect(picture, name, "an image model takes", List.of(-1L, 3L, height, width));
        return pictures.getFirst();
    }

    /** Name of the output to read: {@code scores}, else {@code logits}, else the first. */
    static String output(Map<String, GraphTensor> outputs, List<String> labels) throws ModelRejectedException {
        if (outputs.isEmpty()) {
            throw new ModelRejectedException("model.onnx gives nothing");
        }
        String name = outputs.containsKey(SCORES) ? SCORES : outputs.containsKey("logits") ? "logits" : outputs.keySet().iterator().next();
        GraphTensor tensor = tensor(outputs.get(name), "output " + name);
        List<Long> shape = tensor.shape();
        if (!tensor.isFloat() || shape.size() != 2) {
            throw new ModelRejectedException("model.onnx: output " + name + " is " + tensor + "; a classifier gives float32[N,labels]");
        }
        if (shape.get(1) >= 0 && shape.get(1) != labels.size()) {
            throw new ModelRejectedException("model.onnx: output " + name + " gives " + shape.get(1) + " numbers a picture, but config.json: id2label names " + labels.size() + " labels");
        }
        return name;
    }

    private static GraphTensor tensor(GraphTensor tensor, String name) throws ModelRejectedException {
        if (!tensor.type().isEmpty()) {
            return tensor;
        }
        throw new ModelRejectedException("model.onnx: " + name + " is no tensor");
    }

    /** @param shape -1 where any length will do */
    private static void expect(GraphTensor tensor, String name, String taker, List<Long> shape) throws ModelRejectedException {
        List<Long> actual = tensor.shape();
        boolean tiles = shape.size() == 5;
        if (!tensor.isFloat() || actual.size() != shape.size()) {
            throw new ModelRejectedException("model.onnx: " + name + " is " + tensor + " of rank " + actual.size() + "; " + taker
                    + (tiles ? " float32 of rank 5" : " rank 4 (N,C,H,W), float32"));
        }
        for (int i = 0; i < actual.size(); i++) {
            long wanted = i == 0 ? 1 : shape.get(i);
            if (actual.get(i) >= 0 && actual.get(i) != wanted) {
                throw new ModelRejectedException("model.onnx: " + name + " is " + tensor + ", but preprocessor_config.json makes " + GraphTensor.dimensions(shape));
            }
        }
    }
}
