package dev.docket.ui.review;

/** What the middle of the review screen is about. */
public enum Situation {
    /** Nothing asked of the desk yet, or a lane is being opened. */
    OPENING,
    /** A case is on screen; its picture may still be on its way. */
    CASE,
    /** A case that was decided is looked at again. */
    LOOKING_BACK,
    /** Handed to child safety a moment ago: an empty neutral panel. */
    WITHHELD,
    /** This lane is done, another has work. */
    LANE_EMPTY,
    /** No lane has work; more may come while intake runs. */
    ALL_DONE,
    /** Work waits, but none of it for this person: another role is needed, or another pair of eyes. */
    NO_LANE,
    /** The case on screen is no longer to be seen by anybody; a person reads that and goes on. */
    WITHDRAWN,
    /** The reviewer paused and holds nothing. */
    PAUSED,
    /** The reviewer rests, as they wanted, and holds nothing. */
    BREAK,
    /** A limit the reviewer set was reached: what can be done now. */
    LIMIT
}
