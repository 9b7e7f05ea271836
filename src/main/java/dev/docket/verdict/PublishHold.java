package dev.docket.verdict;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a verdict stays at the desk before it counts elsewhere: younger ones are not exported, do not spread to
 * look-alikes by themselves and do not train. Taking one back needs no waiting. Several threads.
 *
 * @param length zero holds nothing
 */
public record PublishHold(Duration length, Clock clock) {
    public PublishHold {
        if (length.isNegative()) {
            throw new IllegalArgumentException("A hold is not negative: " + length);
        }
    }

    /** The moment after which verdicts are held. */
    public Instant since() {
        return length.isZero() ? Instant.parse("9999-01-01T00:00:00Z") : clock.instant().minus(length);
    }

    public boolean holds(Verdict verdict) {
        return verdict.at().isAfter(since());
    }

    /** Whether something that counts on the item may still change its mind. */
    public boolean holds(Standing standing) {
        Instant since = since();
        return standing.votes().stream().anyMatch(vote -> vote.at().isAfter(since));
    }
}
