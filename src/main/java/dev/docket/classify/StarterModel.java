package dev.docket.classify;

import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The model that ships with Docket, named for what it detects. */
public final class StarterModel {
    public static final String ID = "forensic-starter";

    private static final List<String> FILES = List.of("model.onnx", "config.json", "preprocessor_config.json", "docket.json");

    /** Adds the shipped model to a registry that lacks it and makes it active if no version of it is. */
    public static ModelVersion install(Handle tx, ModelRegistry registry) {
        ContentHash shipped = ContentHash.of(resource("model.onnx"));
        List<ModelVersion> versions = registry.all(tx).stream().filter(version -> version.id().equals(ID)).toList();
        Optional<ModelVersion> known = versions.stream().filter(version -> version.sha256().equals(shipped)).findFirst();
        if (known.isPresent()) {
            // whatever its stage is now: somebody may have retired it on purpose
            return here(registry, known.get());
        }
        ModelVersion added = add(tx, registry, shipped);
        if (versions.stream().noneMatch(version -> version.stage() == Stage.ACTIVE)) {
            registry.promote(tx, ID, added.version());
        }
        return registry.find(tx, ID, added.version()).orElseThrow();
    }

    /** Another machine of the team may have added it: the files are needed on this one, too. */
    private static ModelVersion here(ModelRegistry registry, ModelVersion known) {
        if (!registry.parts(known).has(ModelParts.MODEL)) {
            registry.keep(known, shipped());
        }
        return known;
    }

    /** The shipped model itself, loaded without any registry. The caller closes it. */
    public static Classifier load() {
        try {
            return OnnxClassifier.load(version(ContentHash.of(resource(ModelParts.MODEL))), shipped());
        } catch (ModelRejectedException e) {
            throw faulty(e);
        }
    }

    private static ModelVersion add(Handle tx, ModelRegistry registry, ContentHash shipped) {
        try {
            return registry.add(tx, version(shipped), shipped());
        } catch (ModelRejectedException e) {
            throw faulty(e);
        }
    }

    private static ModelVersion version(ContentHash shipped) throws ModelRejectedException {
        ModelLayout layout = ModelLayout.read(shipped());
        return new ModelVersion(layout.id(), layout.version(), Stage.CANDIDATE, shipped, layout.thresholds(),
                layout.parent(), layout.dataset(), layout.card().orElseThrow(), Instant.EPOCH);
    }

    private static ModelParts shipped() {
        return ModelParts.of(ID, FILES.stream().collect(Collectors.toMap(name -> name, StarterModel::resource)));
    }

    private static IllegalStateException faulty(ModelRejectedException reason) {
        return new IllegalStateException("The model that ships with Docket is faulty: " + reason.getMessage(), reason);
    }

    /** A file of the shipped model. */
    static byte[] resource(String name) {
        try (InputStream in = StarterModel.class.getResourceAsStream("/models/" + ID + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException("This copy of Docket lacks models/" + ID + "/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StarterModel() {}
}
