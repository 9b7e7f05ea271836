package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.Checkpoint;
import dev.docket.audit.seal.NoteKey;
import dev.docket.audit.seal.SignedNote;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A checkpoint as it lies in the database.
 *
 * @param size entries it covers
 * @param at when the database stored it
 * @param note the signed note; whether it is one has to be seen
 */
public record Sealing(long size, Instant at, String note) {

    /** What it says; empty when it cannot be read. */
    public Optional<Checkpoint> checkpoint() {
        return signed().flatMap(signed -> {
            try {
                return Optional.of(Checkpoint.of(signed));
            } catch (BadNote _) {
                return Optional.empty();
            }
        });
    }

    /** The first of these keys whose signature is on it, and right. */
    public Optional<NoteKey> signedBy(Collection<NoteKey> keys) {
        return signed().flatMap(signed -> keys.stream().filter(key -> key.signed(signed)).findFirst());
    }

    /** Name and fingerprint of the key that claims to have signed it, {@code docket-audit+1a2b3c4d}; nothing is checked. */
    public Optional<String> claimedBy() {
        return signed().map(SignedNote::claimedBy);
    }

    private Optional<SignedNote> signed() {
        try {
            return Optional.of(SignedNote.parse(note));
        } catch (BadNote _) {
            return Optional.empty();
        }
    }
}
