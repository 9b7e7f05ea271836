package dev.docket.policy;

import java.util.Locale;

/** What a finding may have to bring beside its label. */
public enum Evidence {
    /** What it goes by: a finding of origin, a reason, a note; or a statement that AI made it in the provenance that was on the screen. */
    BASIS("a finding of origin, a reason or a note"),
    /** Where in the picture it is: at least one box or outline. */
    REGION("a region drawn on the picture"),
    /** A reason out of the label's list, with its parameters filled in. */
    RATIONALE("a reason from the list"),
    /** Whether AI made it. */
    ORIGIN("a finding of origin"),
    /** A note in the reviewer's own words. */
    NOTE("a note");

    private final String words;

    Evidence(String words) {
        this.words = words;
    }

    /** For a sentence: {@code a region drawn on the picture}. */
    public String words() {
        return words;
    }

    /** As packs spell it: {@code region}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
