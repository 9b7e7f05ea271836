package dev.docket.export;

/** A selection that cannot be understood; the message names the field and lists what there is. */
public final class SelectionException extends Exception {
    private static final long serialVersionUID = 1L;

    public SelectionException(String message) {
        super(message);
    }
}
