package dev.docket.registry;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Every model version this desk knows, its stage and its files. */
public final class ModelRegistry {

    /** @param folder where model folders are kept, one per version, named {@code id@version} */
    public ModelRegistry(Path folder, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** Copies the model's folder in (durably, before the row is written) and records it as a candidate. Same id, version and hash again: no change. */
    public ModelVersion add(Handle tx, ModelVersion version, Path modelFolder) {
        throw new UnsupportedOperationException();
    }

    public List<ModelVersion> all(Handle tx) {
        throw new UnsupportedOperationException();
    }

    public Optional<ModelVersion> find(Handle tx, String id, String version) {
        throw new UnsupportedOperationException();
    }

    /** Versions in use, one per model id. */
    public List<ModelVersion> active(Handle tx) {
        throw new UnsupportedOperationException();
    }

    /** Makes the version active and retires the one of the same id that was. */
    public void promote(Handle tx, String id, String version) {
        throw new UnsupportedOperationException();
    }

    /** Retires the active version of the id and makes the one before it active again, if there is one. Returns what is active now. */
    public Optional<ModelVersion> rollBack(Handle tx, String id) {
        throw new UnsupportedOperationException();
    }

    /** The folder that holds the version's model.onnx. */
    public Path folderOf(ModelVersion version) {
        throw new UnsupportedOperationException();
    }
}
