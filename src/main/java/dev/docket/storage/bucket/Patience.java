package dev.docket.storage.bucket;

import java.time.Duration;

/**
 * How long a bucket is waited for.
 *
 * @param connecting until it takes a connection
 * @param silence without a byte
 * @param attempt one try, from its beginning to the last byte
 * @param call all tries together
 * @param tries at most
 */
public record Patience(Duration connecting, Duration silence, Duration attempt, Duration call, int tries) {
    /** 256 MB take two minutes at 17 Mbit/s. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(4), 3);
    /** To learn whether it is there at all. */
    public static final Patience ASKING = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(15), 2);
}
