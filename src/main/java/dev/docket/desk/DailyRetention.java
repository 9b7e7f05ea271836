package dev.docket.desk;

import dev.docket.progress.Progress;
import dev.docket.retention.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Erases what the policy's time is up for: at the desk's start, and once a day from then on. One thread. */
final class DailyRetention {
    private static final Duration DAY = Duration.ofDays(1);

    private final Retention retention;
    private final Clock clock;
    private final boolean mine;
    private Instant last = Instant.MIN;

    /** @param mine false where a lead's desk sees to it */
    DailyRetention(Retention retention, Clock clock, boolean mine) {
        this.retention = retention;
        this.clock = clock;
        this.mine = mine;
    }

    /** Returns of how many items something was erased. */
    int round() {
        Instant now = clock.instant();
        if (!mine || !retention.hasRules() || last.isAfter(now.minus(DAY))) {
            return 0;
        }
        last = now;
        return retention.run(Progress.NONE).size();
    }
}
