package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.util.Optional;

/**
 * What a set is called and what it follows.
 *
 * @param delta whether only what the earlier set lacks is written
 */
public record Lineage(Optional<Version> version, Optional<Parent> parent, boolean delta) {
    /** A set that stands by itself. */
    public static final Lineage NONE = new Lineage(Optional.empty(), Optional.empty(), false);

    /** An earlier set of this desk. @param manifest its name by content */
    public record Parent(ContentHash manifest, Optional<Version> version, Changes changes) {}

    /** How it differs from what it follows. */
    public Optional<Changes> changes() {
        return parent.map(Parent::changes);
    }
}
