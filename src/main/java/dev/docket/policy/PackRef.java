package dev.docket.policy;

import dev.docket.storage.ContentHash;

/** One exact policy text: a verdict keeps it, so that it can be read against the words it was made under. */
public record PackRef(String id, String version, ContentHash sha256) {

    /** {@code id@version}. */
    public String name() {
        return id + "@" + version;
    }
}
