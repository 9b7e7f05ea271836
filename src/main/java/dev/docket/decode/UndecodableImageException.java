package dev.docket.decode;

/** A file that cannot be shown here. The message is fit for a person and says what to do. */
public final class UndecodableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, in the words of {@code inspect --json}. */
    public enum State {
        /** Not a picture, or of a kind that Docket does not know. */
        UNSUPPORTED,
        /** A picture of a known kind and an allowed size which nothing on this machine decodes: it is decided by its facts. */
        NO_DECODER,
        /** Over the budget of pixels or memory. */
        REFUSED,
        /** Cut off or broken. */
        DAMAGED
    }

    private final State state;

    public UndecodableImageException(State state, String message) {
        super(message);
        this.state = state;
    }

    public State state() {
        return state;
    }
}
