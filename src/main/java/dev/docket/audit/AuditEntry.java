package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Where a chain ends: the number of its next entry, and the hash of its last. */
    record End(long nextSeq, ContentHash hash) {}

    /** An entry whose place in its chain is not known yet, and so neither its number nor a hash. */
    static AuditEntry open(UUID writer, Instant at, String kind, Optional<UUID> subject, String body) {
        return new AuditEntry(writer, 0, at, kind, subject, body, NONE, NONE);
    }

    /** This one at the end of a chain, with its leaf hash worked out. */
    AuditEntry behind(End end) {
        AuditEntry placed = new AuditEntry(writer, end.nextSeq(), at, kind, subject, body, end.hash(), NONE);
        return new AuditEntry(writer, placed.seq(), at, kind, subject, body, end.hash(), placed.leafOfContent());
    }

    /** These at the end of a chain, one behind the other. */
    static List<AuditEntry> chained(List<AuditEntry> open, End end) {
        List<AuditEntry> chained = new ArrayList<>();
        for (AuditEntry each : open) {
            chained.add(each.behind(chained.isEmpty() ? end : chained.getLast().end()));
        }
        return chained;
    }

    /** Where a chain ends that ends on this. */
    End end() {
        return new End(seq + 1, leaf);
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
