package dev.docket.item;

import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.UUID;

/**
 * An image under review.
 *
 * @param id derived from its {@link Source}, so that admitting it twice is the same item
 * @param sha256 address of its bytes; several items may share one picture
 * @param byteLength size of the file in bytes
 * @param mediaType as sniffed, never as claimed
 * @param width of the upright picture in pixels
 * @param height of the upright picture in pixels
 */
public record ImageItem(
        UUID id,
        Source source,
        ContentHash sha256,
        long byteLength,
        String mediaType,
        int width,
        int height,
        Instant flaggedAt,
        Instant receivedAt,
        ItemFacts facts) {

    /** The first eight hex digits in two groups, the way screens name an item: {@code 7c1e-40a9}. */
    public String shortId() {
        String hex = id.toString();
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }
}
