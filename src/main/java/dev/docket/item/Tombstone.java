package dev.docket.item;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What stays of what was erased from an item: that it was, when, why and by whom.
 *
 * @param parts what went
 * @param reason a code, such as {@code subject-request}: never words about anybody
 * @param basis the legal basis as a code, such as {@code gdpr-17.1.b}
 * @param by the person's pseudonym id
 */
public record Tombstone(UUID id, UUID item, Set<Part> parts, Cause cause, String reason, String basis, UUID by, Instant at) {
    /** What reasons and bases look like. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9./_:#-]{0,59}";

    /** What can be erased by itself. */
    public enum Part {
        /** Bytes, key, thumbnails, every hash of it, scores; the item is out of queue, exports and training from then on. */
        PICTURE,
        /** What the feed said (its own id and the uploader's pseudonym included), and what the file says about where it came from. */
        TEXT,
        /** What people wrote: notes, filled-in reasons, regions, comments. Labels and actions stay. */
        NOTES;

        /** As it is told: {@code picture}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why something was erased: somebody asked for it, or the policy's time was up. */
    public enum Cause { REQUEST, RETENTION }

    public Tombstone {
        parts = Set.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("An erasure takes something away");
        }
        checkCode(reason);
        checkCode(basis);
    }

    /** @throws IllegalArgumentException when it is no code */
    public static void checkCode(String code) {
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException("'" + code + "' is no code: letters, digits and . / _ : # -, at most 60 and no spaces");
        }
    }

    /** As {@code picture text notes}. */
    public String words() {
        return words(parts);
    }

    static String words(Set<Part> parts) {
        return parts.stream().sorted().map(Part::word).collect(Collectors.joining(" "));
    }

    static Set<Part> parts(String words) {
        return Arrays.stream(words.split(" ")).map(word -> Part.valueOf(word.toUpperCase(Locale.ROOT))).collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }
}
