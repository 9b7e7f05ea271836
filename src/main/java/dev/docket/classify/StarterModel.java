package dev.docket.classify;

import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import org.jdbi.v3.core.Handle;

/** The model that ships with Docket, named for what it detects. */
public final class StarterModel {
    public static final String ID = "forensic-starter";

    /** Adds the shipped model to a registry that lacks it and makes it active if no version of it is. */
    public static ModelVersion install(Handle tx, ModelRegistry registry) {
        throw new UnsupportedOperationException();
    }

    private StarterModel() {}
}
