package dev.docket.retrain;

/** There is not enough to learn from yet; the message says how much there is and how much is needed. */
public final class TooFewVerdictsException extends Exception {
    private static final long serialVersionUID = 1L;

    public TooFewVerdictsException(String message) {
        super(message);
    }
}
