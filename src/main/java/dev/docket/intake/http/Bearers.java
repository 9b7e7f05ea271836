package dev.docket.intake.http;

import dev.docket.team.IntakeTokens;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Who may hand something in, by the hashes of their tokens. Several threads. */
final class Bearers {
    private static final String SCHEME = "Bearer ";

    private volatile List<IntakeTokens.Key> keys = List.of();

    /** From now on these and no others. */
    void are(List<IntakeTokens.Key> known) {
        keys = List.copyOf(known);
    }

    /**
     * Whose token this is; empty when nobody's.
     *
     * @param authorization the header; may be null
     */
    Optional<IntakeTokens.Key> of(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] hash = IntakeTokens.hash(authorization.substring(SCHEME.length()).strip());
        IntakeTokens.Key found = null;
        // all of them, each in constant time: how long it takes tells nothing
        for (IntakeTokens.Key key : keys) {
            if (MessageDigest.isEqual(key.hash(), hash)) {
                found = key;
            }
        }
        return Optional.ofNullable(found);
    }
}
