package dev.docket.decode;

/** A file that cannot be shown: not an image, unsupported, over the pixel budget, or damaged. The message is fit for a person. */
public final class UndecodableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, in the words of {@code inspect --json}. */
    public enum State { UNSUPPORTED, REFUSED, DAMAGED }

    private final State state;

    public UndecodableImageException(State state, String message) {
        super(message);
        this.state = state;
    }

    public State state() {
        return state;
    }
}
