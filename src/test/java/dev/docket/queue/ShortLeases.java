package dev.docket.queue;

import java.time.Duration;

/** For tests in which leases are to run out. */
public final class ShortLeases {
    private ShortLeases() {}

    /** @param lease in whole seconds */
    public static ReviewQueue of(Duration lease) {
        return new ReviewQueue(lease);
    }
}
