package dev.docket.intake;

/** A candidate that will not be admitted; the message is the reason. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason);
    }
}
