package dev.docket.storage;

/** A shared database does not let this login in any more. What was decided waits as when it is out of reach; what was kept here of its images goes. */
public final class ShutOutException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    ShutOutException(String message, Throwable cause) {
        super(message, cause, false);
    }
}
