package dev.docket.queue;

/** Why a first look is taken: what is most urgent, what models are undecided about, what was drawn at random. */
public enum Slice {
    PRIORITY, UNCERTAIN, RANDOM;

    /** Probability that an item that comes in is drawn, whatever it is; and the share of slots for those that were. */
    public static final double RANDOM_SHARE = 0.1;

    /** Share of slots for what models are undecided about. */
    public static final double UNCERTAIN_SHARE = 0.2;

    /** As it is stored. */
    int number() {
        return ordinal();
    }
}
