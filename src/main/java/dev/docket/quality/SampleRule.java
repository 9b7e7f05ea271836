package dev.docket.quality;

/** Why a decision is looked at again. The gravest first: of several that draw one, that is the rule on record. */
public enum SampleRule {
    /** What was found is as grave as the pack says. */
    SEVERITY,
    /** A model said something else, and was sure of it. */
    MODEL,
    /** Its reviewer has only begun. */
    NEW_REVIEWER,
    /** None: any decision may be drawn. */
    RANDOM
}
