package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

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
        Map<String, Object> fields = content();
        fields.put("leaf", leaf.hex());
        return CanonicalJson.write(fields);
    }

    /** Reads what {@link #line} wrote. @throws RuntimeException of Jackson, java.time or an IllegalArgumentException when a field is missing or malformed */
    static AuditEntry of(JsonNode line) {
        return new AuditEntry(
                UUID.fromString(line.required("writer").asString()),
                line.required("seq").asLong(),
                Instant.parse(line.required("at").asString()),
                line.required("kind").asString(),
                Optional.ofNullable(line.get("subject")).map(JsonNode::asString).map(UUID::fromString),
                CanonicalJson.write(line.required("body")),
                ContentHash.fromHex(line.required("previous").asString()),
                ContentHash.fromHex(line.required("leaf").asString()));
    }

    private ContentHash leafOfContent() {
        MessageDigest digest = ContentHash.sha256();
        digest.update((byte) 0);
        return ContentHash.fromDigest(digest.digest(CanonicalJson.bytes(content())));
    }

    private Map<String, Object> content() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("writer", writer.toString());
        fields.put("seq", seq);
        fields.put("at", at.toString());
        fields.put("kind", kind);
        subject.ifPresent(id -> fields.put("subject", id.toString()));
        fields.put("body", CanonicalJson.read(body, JsonNode.class));
        fields.put("previous", previous.hex());
        return fields;
    }
}
