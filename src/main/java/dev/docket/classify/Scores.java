package dev.docket.classify;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored scores of items, of every model version that ever scored them. */
public final class Scores {

    /** Adds or replaces. */
    public void put(Handle tx, UUID item, List<ModelScore> scores) {
        throw new UnsupportedOperationException();
    }

    /** In order of model, version, then score falling. */
    public List<ModelScore> of(Handle tx, UUID item) {
        throw new UnsupportedOperationException();
    }
}
