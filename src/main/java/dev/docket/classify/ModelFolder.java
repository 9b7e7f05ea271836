package dev.docket.classify;

import dev.docket.registry.ModelVersion;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A model in Hugging Face layout: {@code model.onnx} (or {@code onnx/model.onnx}), {@code config.json},
 * {@code preprocessor_config.json}, and optionally our {@code docket.json} (id, version, thresholds, card).
 */
public final class ModelFolder {

    /**
     * Reads and checks a folder: files, sizes, JSON, the model's input rank and type, its number of outputs against the labels,
     * and one run on a test picture.
     *
     * @throws ModelRejectedException naming the file and the field
     */
    public static ModelVersion check(Path folder, Instant now) throws ModelRejectedException {
        throw new UnsupportedOperationException();
    }

    private ModelFolder() {}
}
