package dev.docket.intake;

import java.util.Optional;
import java.util.UUID;

/** What became of one thing that a source offered, told once it is stored for good. */
public sealed interface Outcome {
    /** Where it was named: file and line, or the file itself. */
    String place();

    /** The feed's own id for it, where it has one and it could be read. */
    Optional<String> feedsId();

    /** @param isNew false: it was admitted before, by whomever */
    record Admitted(String place, Optional<String> feedsId, UUID item, boolean isNew) implements Outcome {}

    /** @param reason in a sentence */
    record Refused(String place, Optional<String> feedsId, String reason) implements Outcome {}
}
