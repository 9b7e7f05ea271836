package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the log.
 *
 * @param seq 0, 1, 2 ... within its writer; a gap is a deletion
 * @param at writer's clock, microseconds
 * @param kind what happened: the name of an {@link AuditKind}, or what an earlier version wrote for it
 * @param subject id of the row the line vouches for, where it vouches for one
 * @param body canonical JSON of pseudonyms, ids and hashes; no personal data
 * @param previous leaf hash of {@code seq - 1}; 32 zero bytes at seq 0
 * @param leaf SHA-256(0x00 || canonical JSON of the entry without this field), RFC 9162 leaf
 */
public record AuditEntry(
        UUID writer, long seq, Instant at, String kind, Optional<UUID> subject, String body, ContentHash previous, ContentHash leaf) {
    /** What the first entry of a chain has for its predecessor. */
    public static final ContentHash NONE = ContentHash.fromDigest(new byte[32]);

    private static final int MOST_AROUND_BODY = 400;

    /** The entry with its leaf hash worked out. */
    static AuditEntry sealed(UUID writer, long seq, Instant at, String kind, Optional<UUID> subject, String body, ContentHash previous) {
        AuditEntry open = new AuditEntry(writer, seq, at, kind, subject, body, previous, NONE);
        return new AuditEntry(writer, seq, at, kind, subject, body, previous, open.leafOfContent());
    }

    /** Whether the leaf hash is the one the content gives. */
    boolean isIntact() {
        return leaf.equals(leafOfContent());
    }

    /** The line of an export: canonical JSON of every field, leaf included. */
    String line() {
        return text(true);
    }

    private ContentHash leafOfContent() {
        MessageDigest digest = ContentHash.sha256();
        digest.update((byte) 0);
        return ContentHash.fromDigest(digest.digest(text(false).getBytes(StandardCharsets.UTF_8)));
    }

    /** Canonical JSON: the names stand in order, the body is canonical already, and nothing else has to be escaped but an invented kind. */
    private String text(boolean withLeaf) {
        StringBuilder text = new StringBuilder(MOST_AROUND_BODY + body.length()).append(opening()).append(body).append(middle(withLeaf))
                .append(previous.hex()).append("\",\"seq\":").append(seq);
        return text.append(closing()).toString();
    }

    /** What stands before the body. */
    String opening() {
        return "{\"at\":\"" + at + "\",\"body\":";
    }

    /** What stands between the body and the hash of the entry before. */
    String middle(boolean withLeaf) {
        return ",\"kind\":" + quoted(kind) + (withLeaf ? ",\"leaf\":\"" + leaf.hex() + '"' : "") + ",\"previous\":\"";
    }

    private static String quoted(String kind) {
        boolean plain = kind.chars().allMatch(c -> c == '_' || c >= 'A' && c <= 'Z');
        return plain ? '"' + kind + '"' : CanonicalJson.MAPPER.writeValueAsString(kind);
    }

    /** What stands behind the number. */
    String closing() {
        return subject.map(id -> ",\"subject\":\"" + id + '"').orElse("") + ",\"writer\":\"" + writer + "\"}";
    }
}
