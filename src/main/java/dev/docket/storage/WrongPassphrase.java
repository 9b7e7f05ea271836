package dev.docket.storage;

/** A profile's key was asked for with a passphrase or recovery key that does not open it, or with none. The message is fit for a person. */
public final class WrongPassphrase extends StorageException {
    private static final long serialVersionUID = 1L;

    WrongPassphrase(String message) {
        super(message);
    }
}
