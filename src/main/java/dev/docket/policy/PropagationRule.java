package dev.docket.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a decision of a label spreads to pictures that are the same or look alike. */
public enum PropagationRule {
    /** Every picture is decided by itself: context makes the difference. */
    NEVER,
    /** Items that show the very same bytes are decided with it, look-alikes are not. */
    EXACT_AUTO,
    /** As {@link #EXACT_AUTO}; look-alikes once a person has confirmed each. */
    NEAR_CONFIRM,
    /** As {@link #NEAR_CONFIRM}, but the nearest look-alikes go with it unconfirmed. */
    NEAR_AUTO,
    /** Items that show the very same bytes are quarantined with it. Child safety alone. */
    EXACT_QUARANTINE;

    /** PDQ distance, 0..256, up to which a look-alike counts as nearest; a guess, well inside the 31 of a match. */
    public static final int NEAREST = 10;

    static final List<String> WORDS = Stream.of(values()).map(PropagationRule::word).toList();

    /** As packs spell it: {@code near_auto}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PropagationRule> of(String word) {
        return Stream.of(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }

    /** Whether items that show the very same bytes are decided without a person. */
    public boolean takesCopies() {
        return this == EXACT_AUTO || confirmable();
    }

    /** Whether a look-alike at this PDQ distance is decided without a person. */
    public boolean takes(int distance) {
        return this == NEAR_AUTO && distance <= NEAREST;
    }

    /** Whether a person may decide look-alikes together with it from a gallery. */
    public boolean confirmable() {
        return this == NEAR_CONFIRM || this == NEAR_AUTO;
    }
}
