package dev.docket.audit;

import dev.docket.storage.Database;
import java.util.Optional;

/** Re-computes every chain. */
public final class AuditVerifier {

    /** @param firstBad a sentence naming the first bad entry ({@code desk-1a2b/9400: body does not match its leaf hash}) */
    public record Outcome(long entries, long writers, Optional<String> firstBad) {}

    public Outcome verify(Database database) {
        throw new UnsupportedOperationException();
    }
}
