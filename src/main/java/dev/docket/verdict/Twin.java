package dev.docket.verdict;

import dev.docket.storage.ContentHash;
import java.util.Optional;
import java.util.UUID;

/**
 * An item whose picture is that of a decided one or looks like it.
 *
 * @param task its first look
 * @param distance PDQ distance to the seed's picture, 0..31; -1 for the very same bytes
 * @param kept why it is not decided together with the seed; empty when it may be
 */
public record Twin(UUID item, UUID task, ContentHash picture, int distance, Optional<Kept> kept) {
    /** The same bytes. */
    static final int COPY = -1;

    /** Why an item is not decided together with another. */
    public enum Kept {
        /** The same stands on it already, or it is on its way up. */
        DECIDED,
        /** A person found otherwise on it. Nothing spreads by itself past such an item. */
        DECIDED_OTHERWISE,
        /** In somebody else's hands. */
        HELD,
        /** Not in the queue: released, or withdrawn. */
        NOT_WAITING,
        /** Its answer is known; deciding it measures the reviewer. */
        QUALITY_CHECK,
        /** Other rules hold in its place. */
        OTHER_PLACE,
        /** The rule of the label takes copies only. */
        NOT_A_COPY
    }

    public boolean isCopy() {
        return distance == COPY;
    }

    public boolean isOpen() {
        return kept.isEmpty();
    }
}
