package dev.docket.care;

import dev.docket.policy.Severity;
import dev.docket.settings.Care;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may reach, and from which severity up items pause then. */
public enum Limit {
    SEVERE_LOOKS(Severity.S3) {
        @Override
        boolean reached(Exposure hour, Exposure day, Care care) {
            return care.severeLooks() > 0 && hour.of(Severity.S3).looks() >= care.severeLooks();
        }
    },
    CRITICAL_LOOKS(Severity.S3) {
        @Override
        boolean reached(Exposure hour, Exposure day, Care care) {
            return care.criticalLooks() > 0 && hour.of(Severity.S4).looks() >= care.criticalLooks();
        }
    },
    OPEN_TIME(Severity.S2) {
        @Override
        boolean reached(Exposure hour, Exposure day, Care care) {
            return isOver(hour.from(Exposure.SENSITIVE).open(), care.openAnHour());
        }
    },
    SENSITIVE_TIME(Severity.S2) {
        @Override
        boolean reached(Exposure hour, Exposure day, Care care) {
            return isOver(day.sensitive(), care.sensitiveADay());
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

    abstract boolean reached(Exposure hour, Exposure day, Care care);

    /** The one that pauses most of those reached. */
    static Optional<Limit> reachedBy(Exposure hour, Exposure day, Care care) {
        return Stream.of(OPEN_TIME, SENSITIVE_TIME, CRITICAL_LOOKS, SEVERE_LOOKS).filter(limit -> limit.reached(hour, day, care)).findFirst();
    }

    private static boolean isOver(Duration seen, Duration most) {
        return most.isPositive() && seen.compareTo(most) >= 0;
    }
}
