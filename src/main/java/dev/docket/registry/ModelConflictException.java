package dev.docket.registry;

/** A model version cannot be added, found or promoted; the message says why and what to do. */
public final class ModelConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelConflictException(String message) {
        super(message);
    }
}
