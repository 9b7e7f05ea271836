package dev.docket.classify;

import dev.docket.starter.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A model folder in Hugging Face layout, made by hand: the mean of each channel, times a matrix. Labels: red, green, blue by default. */
public final class TinyModel {
    private static final float[] IDENTITY = {10, 0, 0, 0, 10, 0, 0, 0, 10};

    private TinyModel() {}

    /** Writes the whole folder: softmax over red, green and blue. */
    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), onnx(3));
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "tiny", "id2label": {"0": "red", "1": "green", "2": "blue"}, "problem_type": null}
                """);
        Files.writeString(folder.resolve("preprocessor_config.json"), """
                {"do_resize": true, "size": {"height": 32, "width": 32}, "resample": 3, "do_rescale": true,
                 "rescale_factor": 0.00392156862745098, "do_normalize": true,
                 "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
                """);
        return folder;
    }

    static byte[] onnx(int channels) {
        OnnxGraph graph = new OnnxGraph("tiny");
        graph.input("pixel_values", channels, 32, 32);
        graph.floats("matrix", Arrays.copyOf(IDENTITY, 3 * channels), channels, 3);
        graph.node("Flatten", "means", graph.node("GlobalAveragePool", "pooled", "pixel_values"));
        graph.node("MatMul", "logits", "means", "matrix");
        graph.output("logits", 3);
        return bytes(graph);
    }

    /** Takes a table of numbers instead of pictures. */
    static byte[] tabular() {
        OnnxGraph graph = new OnnxGraph("table");
        graph.input("pixel_values", 3);
        graph.floats("matrix", IDENTITY, 3, 3);
        graph.node("MatMul", "logits", "pixel_values", "matrix");
        graph.output("logits", 3);
        return bytes(graph);
    }

    /** Divides by nothing, so that its scores are no numbers. */
    static byte[] broken() {
        OnnxGraph graph = new OnnxGraph("broken");
        graph.input("pixel_values", 3, 32, 32);
        graph.scalar("zero", 0);
        graph.node("Flatten", "means", graph.node("GlobalAveragePool", "pooled", "pixel_values"));
        graph.node("Mul", "nothing", "means", "zero");
        graph.node("Div", "logits", "nothing", "nothing");
        graph.output("logits", 3);
        return bytes(graph);
    }

    /** Finished scores, whatever config.json says: the channel's mean. */
    static byte[] withScores() {
        OnnxGraph graph = new OnnxGraph("scores");
        graph.input("pixel_values", 3, 32, 32);
        graph.node("Flatten", "scores", graph.node("GlobalAveragePool", "pooled", "pixel_values"));
        graph.output("scores", 3);
        return bytes(graph);
    }

    private static byte[] bytes(OnnxGraph graph) {
        return graph.model("test", "", Map.of()).toByteArray();
    }
}
