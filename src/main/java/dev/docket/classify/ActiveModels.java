package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelRegistry;
import dev.docket.storage.Database;
import java.util.List;

/** The models in use, loaded, side by side. Safe to call from several threads; {@link #reload} swaps them atomically. */
public final class ActiveModels implements AutoCloseable {

    public ActiveModels(Database database, ModelRegistry registry) {
        throw new UnsupportedOperationException();
    }

    /** Loads what the registry calls active; what did not change stays loaded. A model that cannot load is left out and logged. */
    public void reload() {
        throw new UnsupportedOperationException();
    }

    /** {@code id@version} of each. */
    public List<String> names() {
        throw new UnsupportedOperationException();
    }

    /** Every model's scores, models in the registry's order. */
    public List<ModelScore> score(DecodedImage image) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
