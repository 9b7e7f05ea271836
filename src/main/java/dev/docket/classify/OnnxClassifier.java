package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelVersion;
import java.nio.file.Path;
import java.util.List;

/** A model run by ONNX Runtime with direct buffers, its input prepared as PIL would. Safe to call from several threads. */
public final class OnnxClassifier implements Classifier {

    public static OnnxClassifier load(ModelVersion version, Path folder) throws ModelRejectedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String name() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ModelScore> score(DecodedImage image) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
