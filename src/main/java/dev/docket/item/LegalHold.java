package dev.docket.item;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That nothing of an item may be erased, for a case somebody else may ask about. A quarantine still takes it away.
 *
 * @param reference the case's number
 * @param by who placed it
 * @param lifted empty while it holds
 */
public record LegalHold(UUID id, UUID item, String reference, UUID by, Instant at, Optional<Lifted> lifted) {

    /** That it holds no more. */
    public record Lifted(UUID by, Instant at) {}

    public LegalHold {
        Tombstone.checkCode(reference);
    }
}
