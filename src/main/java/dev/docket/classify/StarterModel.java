package dev.docket.classify;

import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        if (!Files.isDirectory(registry.folderOf(known))) {
            unpacked(folder -> {
                registry.keep(known, folder);
                return known;
            });
        }
        return known;
    }

    /** The shipped model itself, loaded without any registry. The caller closes it. */
    public static Classifier load() {
        return unpacked(folder -> OnnxClassifier.load(version(folder, ContentHash.of(resource("model.onnx"))), folder));
    }

    private static ModelVersion add(Handle tx, ModelRegistry registry, ContentHash shipped) {
        return unpacked(folder -> registry.add(tx, version(folder, shipped), folder));
    }

    private static ModelVersion version(Path folder, ContentHash shipped) throws ModelRejectedException {
        ModelLayout layout = ModelLayout.read(folder);
        return new ModelVersion(layout.id(), layout.version(), Stage.CANDIDATE, shipped, layout.thresholds(),
                layout.parent(), layout.dataset(), layout.card().orElseThrow(), Instant.EPOCH);
    }

    /** Work on the shipped files, unpacked for as long as it takes. */
    private interface Unpacked<T> {
        T in(Path folder) throws ModelRejectedException, IOException;
    }

    private static <T> T unpacked(Unpacked<T> work) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("docket-model");
            for (String name : FILES) {
                Files.write(folder.resolve(name), resource(name));
            }
            return work.in(folder);
        } catch (IOException e) {
            throw new StorageException("The model that ships with Docket cannot be unpacked: " + e.getMessage(), e);
        } catch (ModelRejectedException e) {
            throw new IllegalStateException("The model that ships with Docket is faulty: " + e.getMessage(), e);
        } finally {
            remove(folder);
        }
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

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            for (String name : FILES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new StorageException("The temporary folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private StarterModel() {}
}
