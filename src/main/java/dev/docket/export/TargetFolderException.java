package dev.docket.export;

/** The folder a set should go to cannot take it; the message says why and what to do. Nothing was written. */
public final class TargetFolderException extends Exception {
    private static final long serialVersionUID = 1L;

    public TargetFolderException(String message) {
        super(message);
    }
}
