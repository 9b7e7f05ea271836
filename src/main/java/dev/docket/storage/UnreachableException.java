package dev.docket.storage;

/** A shared database, or where a team's images lie, does not answer: the network, or the server. What is asked again later may succeed. */
public sealed class UnreachableException extends StorageException permits ShutOutException {
    private static final long serialVersionUID = 1L;

    private final boolean inDoubt;

    public UnreachableException(String message, Throwable cause) {
        this(message, cause, false);
    }

    UnreachableException(String message, Throwable cause, boolean inDoubt) {
        super(message, cause);
        this.inDoubt = inDoubt;
    }

    /** Whether it may have been done all the same: the connection broke when all was said and the answer was awaited. */
    public boolean isInDoubt() {
        return inDoubt;
    }

    /** For whoever asks next, and is not let through. */
    UnreachableException still() {
        return inDoubt ? new UnreachableException(getMessage(), getCause(), false) : this;
    }
}
