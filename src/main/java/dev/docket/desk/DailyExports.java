package dev.docket.desk;

import dev.docket.export.Schedules;
import dev.docket.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes the sets that are written by themselves: at the desk's start, and once a day from then on. One thread. */
final class DailyExports {
    private static final Duration DAY = Duration.ofDays(1);

    private final Schedules schedules;
    private final Clock clock;
    private final boolean mine;
    private Instant last = Instant.MIN;

    /** @param mine whether this is a lead's desk */
    DailyExports(Schedules schedules, Clock clock, boolean mine) {
        this.schedules = schedules;
        this.clock = clock;
        this.mine = mine;
    }

    /** Returns how many were written. */
    int round() {
        Instant now = clock.instant();
        if (!mine || last.isAfter(now.minus(DAY))) {
            return 0;
        }
        last = now;
        return schedules.run(Progress.NONE);
    }
}
