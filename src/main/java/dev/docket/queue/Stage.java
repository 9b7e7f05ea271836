package dev.docket.queue;

/** What a look is for. */
public enum Stage {
    /** The first one. */
    FIRST,
    /** A blind second opinion. */
    SECOND,
    /** Somebody up a ladder: a lead, legal. */
    LADDER,
    /** A third person, where two findings differ. */
    ADJUDICATION,
    /** Hearing an appeal. */
    APPEAL;

    /** Whether it judges what others found before, so that it never goes to one of them. */
    public boolean judgesOthers() {
        return this == SECOND || this == ADJUDICATION || this == APPEAL;
    }
}
