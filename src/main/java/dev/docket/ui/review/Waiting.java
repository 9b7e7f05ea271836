package dev.docket.ui.review;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Whether something has been waited for so long that it should be said: what comes at once is never announced. JavaFX thread. */
final class Waiting {
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(400);

    private final LongSupplier nanos;
    private boolean now;
    private boolean told;
    private long since;

    Waiting() {
        this(System::nanoTime);
    }

    Waiting(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param waits whether something is waited for from now on, or still */
    void set(boolean waits) {
        if (waits && !now) {
            since = nanos.getAsLong();
        }
        told &= waits;
        now = waits;
    }

    boolean isLong() {
        return now && nanos.getAsLong() - since >= LONG;
    }

    /** True once for each wait, when it has become long. */
    boolean grewLong() {
        boolean first = isLong() && !told;
        told |= first;
        return first;
    }
}
