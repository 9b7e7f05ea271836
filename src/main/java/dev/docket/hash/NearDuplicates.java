package dev.docket.hash;

import dev.docket.storage.ContentHash;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Groups of pictures that look alike: connected by PDQ distance at most 31 between hashes of quality at least 50.
 * A group is named by the address of its first picture and merges when a new picture joins two.
 */
public final class NearDuplicates {
    public static final int MAX_DISTANCE = 31;
    public static final int MIN_QUALITY = 50;

    /** A neighbour and how far it is, 0..31. */
    public record Neighbour(ContentHash image, int distance) {}

    /** Stores the picture's hash and joins it to its group. Returns the group's name. */
    public ContentHash add(Handle tx, ContentHash image, PerceptualHash hash) {
        throw new UnsupportedOperationException();
    }

    /** Pictures within {@link #MAX_DISTANCE}, nearest first, without itself. */
    public List<Neighbour> near(Handle tx, ContentHash image) {
        throw new UnsupportedOperationException();
    }

    public Optional<PerceptualHash> hashOf(Handle tx, ContentHash image) {
        throw new UnsupportedOperationException();
    }

    /** Members of the picture's group, itself included. */
    public List<ContentHash> group(Handle tx, ContentHash image) {
        throw new UnsupportedOperationException();
    }
}
