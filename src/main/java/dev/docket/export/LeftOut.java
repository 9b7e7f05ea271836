package dev.docket.export;

import java.util.Locale;

/** Why an item that the selection reaches is not in the set. Quarantined items are not even counted. */
public enum LeftOut {
    UNDECIDED("No decision counts yet: waiting, skipped, escalated or taken back"),
    QUALITY_CHECK("Quality-check items, and what looks like them"),
    HELD("Decided too recently: the publish hold still runs"),
    ESCALATED("Decided, but passed up a ladder since and not settled there"),
    APPEALED("An appeal is being heard"),
    DISAGREEMENT("Reviewers disagree and nobody adjudicated"),
    NOT_ADJUDICATED("Nobody adjudicated, and the rule takes nothing else"),
    UNCERTAIN("Two labels are equally likely, or the likeliest is one that nobody gave"),
    GREY("Adjudicated as grey: no one label is right"),
    KEPT_HERE("The policy lets nothing of this label leave"),
    UNKNOWN_LABEL("No policy pack kept here knows the label"),
    OVER_CAP("Over the cap on one uploader's items"),
    PICTURE_GONE("The picture is not in the image store");

    private final String sentence;

    LeftOut(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in words, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** As the manifest spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
