package dev.docket.classify;

/** A loaded model failed on a picture, or gave something that is no score. */
public final class ScoringException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScoringException(String message, Throwable cause) {
        super(message, cause);
    }
}
