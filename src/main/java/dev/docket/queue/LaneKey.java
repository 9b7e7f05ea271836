package dev.docket.queue;

import dev.docket.policy.PolicyPack;
import dev.docket.storage.NaturalId;
import java.util.UUID;

/** What makes a lane that lane: the pack, whose rules apply there, and the pack's lane rule. */
record LaneKey(String pack, String jurisdiction, String rule) {
    /** Where no jurisdiction is named. */
    static final String ANYWHERE = "*";

    /** Lane of blind second looks. */
    static final String SECOND_OPINION = "second-opinion";

    /** Lane of what was passed up, for a lead. */
    static final String ESCALATED = "escalated";

    /** Lane of items on which two findings differ. */
    static final String ADJUDICATION = "adjudication";

    /** Lane of appeals to be heard. */
    static final String APPEALS = "appeals";

    /** What the lane of any ladder but the leads' begins with; no pack can name a lane so. */
    static final String LADDER = "ladder-";

    /** Lane of a ladder of the pack. */
    static String ofLadder(String ladder) {
        return ladder.equals(PolicyPack.LEAD) ? ESCALATED : LADDER + ladder;
    }

    boolean anywhere() {
        return jurisdiction.equals(ANYWHERE);
    }

    /** As it is told to people: {@code spam}, {@code spam/EU}. */
    String text() {
        return anywhere() ? rule : rule + "/" + jurisdiction;
    }

    /** A lane number that follows from the key, at least 1. Two keys may give the same: {@link Lanes} then counts on. */
    int number() {
        UUID hash = NaturalId.of("lane", pack, jurisdiction, rule);
        return (int) (hash.getMostSignificantBits() >>> 34) | 1;
    }
}
