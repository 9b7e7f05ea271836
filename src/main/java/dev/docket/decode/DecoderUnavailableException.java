package dev.docket.decode;

/** No picture can be decoded at the moment, whichever it is: nothing is known of the file. The message is fit for a person. */
public final class DecoderUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecoderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
