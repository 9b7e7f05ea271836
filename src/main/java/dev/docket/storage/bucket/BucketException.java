package dev.docket.storage.bucket;

import java.io.IOException;

/** A bucket could not be used; the message says why and what to do. */
public final class BucketException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    BucketException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether the same may succeed when it is asked again later. */
    public boolean isPassing() {
        return passing;
    }
}
