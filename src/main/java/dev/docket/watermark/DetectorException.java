package dev.docket.watermark;

/** A detector could not look: nothing is known of its marks in this picture. The message is a sentence for a person, without secrets. */
public final class DetectorException extends Exception {
    private static final long serialVersionUID = 1L;

    public DetectorException(String message) {
        super(message);
    }

    public DetectorException(String message, Throwable cause) {
        super(message, cause);
    }
}
