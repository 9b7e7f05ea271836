package dev.docket.hash;

import java.time.Instant;
import java.util.Optional;

/**
 * What holds for the lines of a hash list that do not say it themselves.
 *
 * @param kind of hashes without a word for it; 64 digits alone may be PDQ or SHA-256
 * @param label a label of the policy, at most 60 characters; empty for none
 * @param expires from when on an entry matches no more
 */
public record BankDefaults(Optional<HashKind> kind, String label, Optional<Instant> expires) {
    public static final BankDefaults NONE = new BankDefaults(Optional.empty(), "", Optional.empty());
}
