package dev.docket.item;

import dev.docket.storage.ContentHash;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored items. */
public final class Items {
    /** Whether pixels and facts may be used (LIVE) or nothing at all (QUARANTINED). */
    public enum State { LIVE, QUARANTINED }

    /** UUIDv8 of SHA-256(source name, 0x00, external id): the same source and id are the same item. */
    public static UUID idOf(Source source) {
        throw new UnsupportedOperationException();
    }

    /** Adds the item and its blob row unless the item is there. Returns whether it was new. */
    public boolean add(Handle tx, ImageItem item, String provenanceJson) {
        throw new UnsupportedOperationException();
    }

    public boolean contains(Handle tx, Source source) {
        throw new UnsupportedOperationException();
    }

    /** The item, unless it is unknown or quarantined. */
    public Optional<ImageItem> find(Handle tx, UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Canonical JSON of the provenance report stored at intake. */
    public String provenanceJson(Handle tx, UUID id) {
        throw new UnsupportedOperationException();
    }

    /** All live items' ids, in order of receipt. */
    public List<UUID> ids(Handle tx) {
        throw new UnsupportedOperationException();
    }

    /** Takes the item out of every later query; the caller deletes the bytes. Returns the address of the bytes if no other live item shares them. */
    public Optional<ContentHash> quarantine(Handle tx, UUID id) {
        throw new UnsupportedOperationException();
    }
}
