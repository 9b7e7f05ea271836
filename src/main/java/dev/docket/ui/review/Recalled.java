package dev.docket.ui.review;

import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;

/**
 * A case that this person decided, with everything that is known of it.
 *
 * @param verdict their last event on it
 */
public record Recalled(ReviewCase known, Verdict verdict) {
    /** Whether it was decided without sight of what can be seen now, so that a change is a second stage. */
    boolean wasBlind() {
        return verdict.kind() == VerdictKind.DECIDED && verdict.shown().blind();
    }
}
