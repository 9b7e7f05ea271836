package dev.docket.quality;

import dev.docket.policy.PackRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decided item whose answer a lead stands for.
 *
 * @param item the item itself, which reviewers are never given again: something stands in for it
 * @param label the known answer
 * @param positive whether that breaks a rule; false for a harmless one
 * @param why what a reviewer is told once they have answered, 1..500 characters
 * @param pack in whose words the answer is
 * @param by who marked it
 * @param retired when and by whom it was taken out of the stream; empty: it is in it, until it was seen {@link #MOST_SIGHTINGS} times
 */
public record GoldenItem(UUID id, UUID item, String label, boolean positive, String why, PackRef pack, UUID by, Instant at, Optional<Retired> retired) {
    /** So often one is dealt; it is known in the team then. */
    public static final int MOST_SIGHTINGS = 3;

    private static final int WHY_CHARS = 500;

    /** When a lead took it out of the stream, and who. */
    public record Retired(UUID by, Instant at) {}

    public GoldenItem {
        if (why.isBlank() || why.length() > WHY_CHARS) {
            throw new IllegalArgumentException("Say in 1 to " + WHY_CHARS + " characters why that is the answer: reviewers read it afterwards");
        }
    }
}
