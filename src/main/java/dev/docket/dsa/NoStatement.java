package dev.docket.dsa;

import java.util.Locale;

/** Why an item has no statement of reasons to be written. */
public enum NoStatement {
    /** Nothing counts on it yet, two findings differ, it is with somebody up a ladder, or it was settled as grey. */
    OPEN("nothing counts there yet"),
    /** Younger than the publish hold. */
    HELD("decided just now; the hold is not over"),
    /** Allowed, left open, passed on or quarantined. */
    UNRESTRICTED("decided without a restriction"),
    /** Restricted, but nowhere in the European Economic Area. */
    ELSEWHERE("restricted outside of the European Economic Area only"),
    /** A quality check: no user's picture was restricted. */
    QUALITY_CHECK("a quality check"),
    /** Decided before the day that was asked for. */
    EARLIER("decided before the day that was asked for"),
    /** Its statement was written before. */
    WRITTEN("written before");

    private final String words;

    NoStatement(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As {@code summary.json} spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
