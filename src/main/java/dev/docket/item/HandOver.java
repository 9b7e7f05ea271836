package dev.docket.item;

import dev.docket.storage.ContentHash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a quarantined item leaves: a record for whoever it is to be handed over to, and whether that was done.
 *
 * @param number of this desk's records, from 1
 * @param picture SHA-256 of the file
 * @param opened when it was quarantined
 * @param handed empty while it waits to be handed over
 */
public record HandOver(long number, UUID item, ContentHash picture, Instant opened, Grounds grounds, Optional<Handed> handed) {

    /** Who or what quarantined an item. */
    public enum Cause {
        /** A person, by key. */
        PERSON,
        /** A list of known pictures. */
        BANK,
        /** The policy, by what a model or the feed said. */
        POLICY,
        /** It shows a picture that was quarantined before. */
        COPY,
        /** An earlier version, which kept no such records. */
        EARLIER
    }

    /**
     * Why it was quarantined.
     *
     * @param person whose verdict it was
     * @param source the banks, apart by commas, or the number of the picture's earlier record; else empty text
     * @param reason a code: a label of the policy, or the verdict's reason
     * @param pack the policy in force, {@code id@version}
     * @param jurisdiction whose overlay applied, or {@code *}
     */
    public record Grounds(Cause cause, Optional<UUID> person, String source, String reason, String pack, Optional<ContentHash> packHash, String jurisdiction) {

        public static Grounds person(UUID person, String reason, String pack, ContentHash packHash, String jurisdiction) {
            return new Grounds(Cause.PERSON, Optional.of(person), "", reason, pack, Optional.of(packHash), jurisdiction);
        }

        /** @param banks empty where no list knew it */
        public static Grounds unseen(String banks, String reason, String pack, ContentHash packHash, String jurisdiction) {
            return new Grounds(banks.isEmpty() ? Cause.POLICY : Cause.BANK, Optional.empty(), banks, reason, pack, Optional.of(packHash), jurisdiction);
        }

        /** The grounds of another item with the same picture. */
        Grounds ofCopy(long earlier) {
            return new Grounds(Cause.COPY, Optional.empty(), Long.toString(earlier), reason, pack, packHash, jurisdiction);
        }
    }

    /**
     * That it was handed over.
     *
     * @param reference what its receiver calls it
     * @param by who noted it
     */
    public record Handed(String reference, Instant at, UUID by) {}
}
