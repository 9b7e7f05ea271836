package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.UUID;

/**
 * A copy of a picture that was handed to somebody.
 *
 * @param number in its pixels, 0..2^32-1
 * @param manifest name of the decision set it was written with
 * @param recipient to whom, as whoever wrote it said
 * @param width in pixels, as it was written
 * @param by pseudonym id of whoever wrote it
 */
public record MarkedCopy(long number, ContentHash manifest, UUID item, String recipient, int width, int height, UUID by, Instant at) {}
