package dev.docket.audit.seal;

/** A text that is not the signed note it should be; the message says what is wrong with it. */
public final class BadNote extends Exception {
    private static final long serialVersionUID = 1L;

    BadNote(String message) {
        super(message);
    }

    /** The same, with the place of the text before it. */
    public BadNote in(String place) {
        BadNote placed = new BadNote(place + ": " + getMessage());
        placed.initCause(this);
        return placed;
    }
}
