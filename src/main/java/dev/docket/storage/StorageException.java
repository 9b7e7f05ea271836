package dev.docket.storage;

/** The database or the image store cannot be used; the message says why and what to do. */
public sealed class StorageException extends RuntimeException permits ProfileInUse, UnreachableException, WrongPassphrase {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
