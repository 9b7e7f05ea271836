package dev.docket.watermark.copy;

/** A picture cannot carry a mark; the message says why, to go on after the picture's name. */
public final class UnmarkableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnmarkableException(String message) {
        super(message);
    }
}
