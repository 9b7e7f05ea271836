package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A model in Hugging Face layout: {@code model.onnx} (or {@code onnx/model.onnx}), {@code config.json},
 * {@code preprocessor_config.json}, and optionally our {@code docket.json} (id, version, thresholds, parent, dataset, card).
 */
public final class ModelFolder {

    /**
     * Reads and checks a folder: files, sizes, JSON, the model's input rank and type, its number of outputs against the labels,
     * and one run on a test picture.
     *
     * @throws ModelRejectedException naming the file and the field
     */
    public static ModelVersion check(ModelParts parts, Instant now) throws ModelRejectedException {
        ModelLayout layout = ModelLayout.read(parts);
        try (OnnxModel model = OnnxModel.open(layout, 1)) {
            selfTest(model);
        }
        return new ModelVersion(layout.id(), layout.version(), Stage.CANDIDATE, hash(layout), layout.thresholds(),
                layout.parent(), layout.dataset(), layout.card().orElseGet(() -> unknown(layout)), now);
    }

    /** A mid-grey picture must give scores. */
    private static void selfTest(OnnxModel model) throws ModelRejectedException {
        try {
            for (float score : model.run(grey())) {
                if (score < 0 || score > 1) {
                    throw new ModelRejectedException("model.onnx: output scores holds " + score + " for a grey test picture; scores lie in 0..1");
                }
            }
        } catch (ScoringException e) {
            throw new ModelRejectedException("model.onnx fails on a grey test picture: " + e.getMessage(), e);
        }
    }

    /** A picture with a shape that no model is made for. */
    static DecodedImage grey() {
        int width = 320;
        int height = 240;
        int[] grey = new int[width * height];
        Arrays.fill(grey, 0xff808080);
        return new DecodedImage(width, height, grey, new ImageHeader("image/png", width, height, 1, 1), false);
    }

    /** SHA-256 of the model file, of any size. */
    static ContentHash hash(ModelLayout layout) throws ModelRejectedException {
        MessageDigest digest = ContentHash.sha256();
        try (InputStream in = new DigestInputStream(layout.parts().open(layout.onnx()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new ModelRejectedException("model.onnx cannot be read: " + e.getMessage(), e);
        }
        return ContentHash.fromDigest(digest.digest());
    }

    private static ModelCard unknown(ModelLayout layout) {
        return new ModelCard("One score for each of " + layout.labels().size() + " labels, as the model's maker defines them",
                "not told: the folder has no docket.json with a card", "not told", List.of(),
                List.of("Nothing was measured on this desk yet; thresholds are 0.5 unless docket.json sets them"), List.of(), "not told");
    }

    private ModelFolder() {}
}
