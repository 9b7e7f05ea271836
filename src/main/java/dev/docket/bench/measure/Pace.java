package dev.docket.bench.measure;

import java.time.Duration;

/**
 * How thoroughly is measured.
 *
 * @param rounds samples of each contestant, above 0
 * @param warmUp how long each contestant runs before samples count
 * @param sample how long a sample lasts at the least
 */
public record Pace(int rounds, Duration warmUp, Duration sample) {

    public Pace {
        if (rounds < 1) {
            throw new IllegalArgumentException(rounds + " rounds");
        }
    }

    /** For figures that decide something. */
    public static Pace full() {
        return new Pace(15, Duration.ofSeconds(2), Duration.ofMillis(50));
    }

    /** To see that everything works; the figures mean little. */
    public static Pace quick() {
        return new Pace(2, Duration.ZERO, Duration.ZERO);
    }

    public Pace withRounds(int count) {
        return new Pace(count, warmUp, sample);
    }
}
