package dev.docket.ui.review;

import javafx.beans.property.ReadOnlyStringWrapper;

/** Whether the desk answers. It takes two answers in a row to end a trouble: the first may have been asked for before it began. JavaFX thread. */
final class Trouble {
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private boolean failedLately;

    /** The desk could not be asked; it will be again in a second. */
    void failed(Exception reason) {
        failedLately = true;
        words.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    /** The desk answers. */
    void answered() {
        if (!failedLately) {
            words.set("");
        }
        failedLately = false;
    }

    /** Why the desk does not answer; empty text when it does. */
    ReadOnlyStringWrapper words() { return words; }
}
