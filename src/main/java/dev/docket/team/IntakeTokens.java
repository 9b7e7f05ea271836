package dev.docket.team;

import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What upstream systems show when they hand items in: a token each, for one source, kept here only as its hash. The
 * tokens are 256 random bits, so that a plain SHA-256 of them can be neither guessed nor searched.
 */
public final class IntakeTokens {
    private static final String PREFIX = "docket_";
    private static final int BYTES = 32;
    private static final int ID = 12;

    private final SecureRandom random = new SecureRandom();

    /**
     * One as it is shown to people.
     *
     * @param id the first digits of its hash
     * @param source the feed that all it hands in is of
     */
    public record Token(String id, String source, Instant madeAt, Optional<Instant> revokedAt) {}

    /** One in force, to be compared with. */
    public record Key(String id, String source, byte[] hash) {}

    /** A new one for a source of 1 to 60 characters. It is nowhere but in what is returned. */
    public String make(Handle tx, String source) {
        if (source.isBlank() || source.length() > 60 || source.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A source has 1 to 60 characters");
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        tx.createUpdate("insert into intake_token (token_hash, source) values (:hash, :source)").bind("hash", hash(token)).bind("source", source).execute();
        return token;
    }

    /** SHA-256. */
    public static byte[] hash(String token) {
        return ContentHash.of(token.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    /** The id it goes by. */
    public static String id(String token) {
        return id(hash(token));
    }

    private static String id(byte[] hash) {
        return ContentHash.fromDigest(hash).hex().substring(0, ID);
    }

    /** Out of force for good. False when there is none of that id in force. */
    public boolean revoke(Handle tx, String id) {
        return inForce(tx).stream().filter(key -> key.id().equals(id)).mapToInt(key ->
                tx.createUpdate("update intake_token set revoked_at = current_timestamp where token_hash = :hash and revoked_at is null").bind("hash", key.hash()).execute()).sum() > 0;
    }

    /** By source, the oldest first. */
    public List<Token> all(Handle tx) {
        return tx.createQuery("select token_hash, source, made_at, revoked_at from intake_token order by source, made_at")
                .map((row, _) -> new Token(id(row.getBytes("token_hash")), row.getString("source"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant))).list();
    }

    public List<Key> inForce(Handle tx) {
        return tx.createQuery("select token_hash, source from intake_token where revoked_at is null order by token_hash")
                .map((row, _) -> new Key(id(row.getBytes("token_hash")), row.getString("source"), row.getBytes("token_hash"))).list();
    }
}
