package dev.docket.ui.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the log as a whole.
 *
 * @param check empty but for SOUND and BROKEN
 * @param failure why it could not be checked; empty text but for FAILED
 */
public record Verification(State state, Optional<LogBook.Check> check, Instant at, Duration took, String failure) {
    public enum State { NOT_YET, RUNNING, SOUND, BROKEN, STOPPED, FAILED }

    static final Verification NOT_YET = of(State.NOT_YET);

    static Verification of(State state) {
        return new Verification(state, Optional.empty(), Instant.EPOCH, Duration.ZERO, "");
    }

    static Verification of(LogBook.Check check, Instant at, Duration took) {
        return new Verification(check.outcome().firstBad().isEmpty() ? State.SOUND : State.BROKEN, Optional.of(check), at, took, "");
    }

    static Verification failed(String why) {
        return new Verification(State.FAILED, Optional.empty(), Instant.EPOCH, Duration.ZERO, why);
    }

    /** The entry that a fault begins with, {@code desk-1a2b/9400}. */
    public Optional<String> firstBadEntry() {
        return check.flatMap(each -> each.outcome().firstBad()).map(fault -> fault.split(": ", 2)[0]).filter(name -> name.matches(".{1,40}-[0-9a-f]{4}/[0-9]+"));
    }
}
