package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.util.Optional;

/**
 * What leaves of an item: all that a format may be made of.
 *
 * @param picture empty when the policy keeps it here
 */
record Outgoing(ExportRow row, Optional<Picture> picture) {

    /**
     * A picture that may leave.
     *
     * @param bytes its size
     * @param extension of its media type, {@code jpg}
     */
    record Picture(ContentHash address, long bytes, String extension) {

        /** {@code HASH.jpg}: by content, never by what the file was called. */
        String name() {
            return address.hex() + "." + extension;
        }
    }

    /** @throws java.util.NoSuchElementException when it stays here */
    Picture pictured() {
        return picture.orElseThrow();
    }
}
