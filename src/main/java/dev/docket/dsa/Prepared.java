package dev.docket.dsa;

import dev.docket.item.Source;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A statement that is ready to be written, with the notice to the user that goes with it.
 *
 * @param from the feed's name and id of the item, so that the feed finds whom to tell; never part of the statement
 * @param language of the notice, {@code en} or {@code de}
 */
public record Prepared(UUID puid, UUID item, Source from, Statement statement, String language, String notice) {
    ContentHash grounds() {
        return ContentHash.of(statement.grounds().getBytes(StandardCharsets.UTF_8));
    }

    ContentHash body() {
        return CanonicalJson.hash(statement);
    }
}
