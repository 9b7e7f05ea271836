package dev.docket.storage;

/** A shared database does not answer: the network, or the server. What is asked again later may succeed. */
public sealed class UnreachableException extends StorageException permits ShutOutException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
