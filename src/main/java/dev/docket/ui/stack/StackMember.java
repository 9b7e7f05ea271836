package dev.docket.ui.stack;

import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of an open stack.
 *
 * @param task its first look
 * @param measure PDQ distance to the seed, 0..256 bits; of an {@link Tie#ALIKE} one the cosine of the embeddings, .5 to 1
 * @param profile how its pixels start on screen
 * @param severity gravest suspicion; covers from S2 up
 * @param blind whether its severity stays hidden until the verdict
 */
public record StackMember(ImageItem item, UUID task, Tie tie, double measure, DisplayProfile profile, Severity severity, boolean blind) {

    /** What ties it to the seed. */
    public enum Tie {
        /** It is the seed: decided first, and the others with it. */
        SEED,
        /** The very same bytes. */
        COPY,
        /** A PDQ distance of at most 31 bits. */
        NEAR,
        /** Further away; in the stack because others lie between. */
        CHAIN,
        /** Found by embedding: an order, no evidence. */
        ALIKE
    }

    /** Up to this many bits a near-duplicate is ticked to begin with; a guess, inside the 31 of a match. */
    static final int TICKED_TO = 25;

    public UUID id() {
        return item.id();
    }

    /** Whether it may be decided together with the seed at all. */
    public boolean canFollow() {
        return tie == Tie.SEED || tie == Tie.COPY || tie == Tie.NEAR;
    }

    boolean tickedAtFirst() {
        return canFollow() && (tie != Tie.NEAR || measure <= TICKED_TO);
    }

    /** Whether its pixels are seen only while a key is held. */
    public boolean covered() {
        return profile.covered() || severity.compareTo(Severity.S2) >= 0;
    }

    /** Whether words stand where its small picture is expected. */
    public boolean wordsOnly() {
        return !profile.render() || profile.textOnlyThumbnail() || severity.compareTo(Severity.S3) >= 0;
    }

    /** Whether it may only be looked at for some seconds at a time. */
    boolean strict() {
        return profile.blur() == 100 || wordsOnly();
    }

    /** What its tile was covered by, for the record. */
    public String cover() {
        return wordsOnly() ? "text" : profile.id();
    }

    public Optional<Severity> shownSeverity() {
        return blind ? Optional.empty() : Optional.of(severity);
    }
}
