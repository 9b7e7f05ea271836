package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names under which items, groups and people leave the desk: HMAC-SHA256 under a key that never does. The same
 * thing has the same name in every set of this desk. A reviewer with few votes in the set shares one name with others.
 */
final class Pseudonyms {
    /** Votes a reviewer needs in a set to be told from others. */
    static final int MIN_VOTES = 20;
    static final String OTHER = "other";

    private final byte[] key;
    private final Map<UUID, Long> votes;
    private final Map<UUID, String> reviewers = new ConcurrentHashMap<>();

    private Pseudonyms(byte[] key, Map<UUID, Long> votes) {
        this.key = key;
        this.votes = votes;
    }

    static Pseudonyms of(byte[] key, DecisionSet set) {
        return of(key, set.rows());
    }

    static Pseudonyms of(byte[] key, List<LabelledItem> rows) {
        Map<UUID, Long> votes = new HashMap<>();
        rows.forEach(i -> i.votes().forEach(v -> votes.merge(v.reviewer(), 1L, Long::sum)));
        return new Pseudonyms(key.clone(), votes);
    }

    static String item(byte[] key, UUID id) {
        return name(key, "item", id.toString(), 32);
    }

    String item(UUID id) {
        return item(key, id);
    }

    String group(ContentHash name) {
        return name(key, "group", name.hex(), 32);
    }

    String uploader(String pseudonym) {
        return name(key, "uploader", pseudonym, 16);
    }

    /** A selection as it is told outside. */
    Selection selection(Selection wanted) {
        return wanted.withUploaders(wanted.uploaders().stream().map(this::uploader).toList());
    }

    String reviewer(UUID id) {
        return votes.getOrDefault(id, 0L) < MIN_VOTES ? OTHER : reviewers.computeIfAbsent(id, _ -> name(key, "reviewer", id.toString(), 12));
    }

    /** Reviewers with a name of their own. */
    long named() {
        return votes.values().stream().filter(n -> n >= MIN_VOTES).count();
    }

    /** Reviewers behind {@link #OTHER}. */
    long suppressed() {
        return votes.size() - named();
    }

    private static String name(byte[] key, String kind, String id, int digits) {
        byte[] mac = Hmac.of(key, (kind + "\0" + id).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac).substring(0, digits);
    }
}
