package dev.docket.care;

import dev.docket.policy.Severity;
import dev.docket.settings.Limits;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may reach, and from which severity up items pause then. */
public enum Limit {
    SEVERE_LOOKS(Severity.S3) {
        @Override
        public long seen(Exposure hour, Exposure day) {
            return hour.of(Severity.S3).looks();
        }

        @Override
        public long most(Limits limits) {
            return limits.severeLooks();
        }
    },
    CRITICAL_LOOKS(Severity.S3) {
        @Override
        public long seen(Exposure hour, Exposure day) {
            return hour.of(Severity.S4).looks();
        }

        @Override
        public long most(Limits limits) {
            return limits.criticalLooks();
        }
    },
    OPEN_TIME(Severity.S2) {
        @Override
        public long seen(Exposure hour, Exposure day) {
            return hour.from(Exposure.SENSITIVE).open().toSeconds();
        }

        @Override
        public long most(Limits limits) {
            return limits.openAnHour().toSeconds();
        }
    },
    SENSITIVE_TIME(Severity.S2) {
        @Override
        public long seen(Exposure hour, Exposure day) {
            return day.sensitive().toSeconds();
        }

        @Override
        public long most(Limits limits) {
            return limits.sensitiveADay().toSeconds();
        }
    };

    private final Severity pausesFrom;

    Limit(Severity pausesFrom) {
        this.pausesFrom = pausesFrom;
    }

    /** Items from here up pause once it is reached. */
    public Severity pausesFrom() {
        return pausesFrom;
    }

    /** Whether it counts seconds; else looks. */
    public boolean isTime() {
        return this == OPEN_TIME || this == SENSITIVE_TIME;
    }

    /** Looks or seconds so far. */
    public abstract long seen(Exposure hour, Exposure day);

    /** Looks or seconds that a person set themselves; 0: no limit. */
    public abstract long most(Limits limits);

    /** The one that pauses most of those reached. */
    static Optional<Limit> reachedBy(Exposure hour, Exposure day, Limits limits) {
        return Stream.of(OPEN_TIME, SENSITIVE_TIME, CRITICAL_LOOKS, SEVERE_LOOKS)
                .filter(limit -> limit.most(limits) > 0 && limit.seen(hour, day) >= limit.most(limits)).findFirst();
    }
}
