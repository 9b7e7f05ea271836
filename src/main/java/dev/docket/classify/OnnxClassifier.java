package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model run by ONNX Runtime with direct buffers, its input prepared as PIL would. Safe to call from several threads. */
public final class OnnxClassifier implements Classifier {
    private final ModelVersion version;
    /** One thread a run: several pictures are scored at once, and each is as fast. */
    private final OnnxModel model;
    private final InteractiveModel interactive;
    private final Map<String, ScoreCalibration> calibration;

    private OnnxClassifier(ModelVersion version, OnnxModel model, InteractiveModel interactive, Map<String, ScoreCalibration> calibration) {
        this.calibration = calibration;
        this.version = version;
        this.model = model;
        this.interactive = interactive;
    }

    /** @throws ModelRejectedException when a file is faulty, or its model is not the one of the version */
    public static OnnxClassifier load(ModelVersion version, ModelParts parts) throws ModelRejectedException {
        ModelLayout layout = ModelLayout.read(parts);
        ContentHash found = ModelFolder.hash(layout);
        if (!found.equals(version.sha256())) {
            throw new ModelRejectedException("model.onnx of " + version.name() + " was changed after it was added: SHA-256 " + found
                    + " instead of " + version.sha256());
        }
        if (!List.copyOf(version.thresholds().keySet()).equals(layout.labels())) {
            throw new ModelRejectedException("config.json: id2label of " + version.name() + " was changed after it was added");
        }
        CalibratedParts.check(version, layout.calibration());
        OnnxModel model = OnnxModel.open(layout, 1);
        // a model in a process of its own has as many threads as are to be had, and no second process beside it
        return new OnnxClassifier(version, model, new InteractiveModel(layout, model.isConfined() ? 1 : Sessions.interactiveThreads()), layout.calibration());
    }

    /**
     * The same graph with its weights shuffled, for {@link HeatCheck}; to be closed. Runs in a process of its own, as nobody knows it.
     *
     * @throws ModelRejectedException when it cannot be run, or is too large to be shuffled
     */
    static OnnxClassifier shuffled(ModelVersion version, ModelParts parts) throws ModelRejectedException {
        String file = OnnxFile.in(parts);
        try {
            if (parts.size(file) > ShuffledWeights.LARGEST) {
                throw new ModelRejectedException("model.onnx is larger than " + (ShuffledWeights.LARGEST >> 20) + " MB");
            }
        } catch (java.io.IOException e) {
            throw new ModelRejectedException("model.onnx cannot be read: " + e.getMessage(), e);
        }
        ModelLayout layout = ModelLayout.read(new ShuffledWeights(parts, file));
        return new OnnxClassifier(version, OnnxModel.open(layout, 1), new InteractiveModel(layout, 1), layout.calibration());
    }

    @Override
    public String name() {
        return version.name();
    }

    /** Why it is not run any more until it is loaded again; empty while it is. */
    Optional<String> outOfUse() {
        return model.outOfUse();
    }

    @Override
    public List<ModelScore> score(DecodedImage image) {
        return scores(model.run(image));
    }

    @Override
    public List<ModelScore> scoreNow(DecodedImage image) {
        return scores(interactive.ifWarm().orElse(model).run(image));
    }

    private List<ModelScore> scores(float[] values) {
        List<ModelScore> scores = new ArrayList<>(values.length);
        int at = 0;
        for (Map.Entry<String, Double> label : version.thresholds().entrySet()) {
            // a softmax may overshoot 1 by a rounding error
            double score = Math.clamp(values[at++], 0.0, 1.0);
            ScoreCalibration calibrated = calibration.get(label.getKey());
            scores.add(new ModelScore(version.id(), version.version(), label.getKey(), calibrated == null ? score : calibrated.of(score), label.getValue()));
        }
        return List.copyOf(scores);
    }

    @Override
    public void close() {
        interactive.close();
        model.close();
    }
}
