package dev.docket.intake;

/** What was named cannot be read at all; the message names it and says what to do. */
public final class IntakeException extends Exception {
    private static final long serialVersionUID = 1L;

    public IntakeException(String message) {
        super(message);
    }
}
