package dev.docket.ui.review;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Where a reviewer stands, and what is said about it. JavaFX thread. */
final class Standing {
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(this, "situation", Situation.OPENING);
    private final ReadOnlyBooleanWrapper leaseLost = new ReadOnlyBooleanWrapper(this, "leaseLost");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyLongWrapper forgotten = new ReadOnlyLongWrapper(this, "forgotten");

    void to(Situation next) {
        situation.set(next);
    }

    boolean is(Situation asked) {
        return situation.get() == asked;
    }

    /** Whether something else than the next case is in front, and stays there until the reviewer goes on or its time is over. */
    boolean isElsewhere() {
        return switch (situation.get()) {
            case WITHHELD, WITHDRAWN, LOOKING_BACK, PAUSED, BREAK, LIMIT -> true;
            case OPENING, CASE, LANE_EMPTY, ALL_DONE, NO_LANE -> false;
        };
    }

    /** Whether a case is on screen, to be decided or looked at again. */
    boolean isAtCase() {
        return is(Situation.CASE) || is(Situation.LOOKING_BACK);
    }

    void say(String words) {
        notice.set(words);
    }

    /** Pictures were put out of reach. */
    void forget() {
        forgotten.set(forgotten.get() + 1);
    }

    ReadOnlyObjectWrapper<Situation> situation() { return situation; }

    /** Whether somebody else may have the case on screen. */
    ReadOnlyBooleanWrapper leaseLost() { return leaseLost; }

    /** A sentence for the status bar; empty text when there is nothing to say. */
    ReadOnlyStringWrapper notice() { return notice; }

    /** Counts up whenever pictures were put out of reach. */
    ReadOnlyLongWrapper forgotten() { return forgotten; }
}
