package dev.docket.ui.review;

import dev.docket.policy.Severity;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody decided on a picture that looks like this one.
 *
 * @param distance PDQ distance, 0 for the same bytes
 * @param label title of the label
 * @param action title of the action
 * @param outcome what became of it since
 */
public record PastVerdict(UUID id, int distance, Severity severity, String label, String action, Instant at, Outcome outcome) {
    /** What became of it since. */
    public enum Outcome {
        /** It counts, or agrees with what does. */
        STANDS,
        /** A later look found otherwise. */
        OVERTURNED,
        /** An appeal against it is pending. */
        APPEALED,
        /** It is what an appeal came to: the same. */
        UPHELD,
        /** It settled findings that differed. */
        ADJUDICATED,
        /** Another finding differs, and nobody settled it yet. */
        DISPUTED,
        /** Settled as open. */
        GREY,
        /** Carried over from another item. */
        CARRIED_OVER
    }
}
