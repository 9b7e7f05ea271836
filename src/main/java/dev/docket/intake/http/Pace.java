package dev.docket.intake.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** So many requests a second for each token, and twice as many at once after a rest. Several threads. */
final class Pace {
    private static final double NANOS = 1e9;

    private static final class Bucket {
        private double left;
        private long filledAt;
    }

    private final double perSecond;
    private final double most;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new HashMap<>();

    Pace(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.most = Math.max(1, 2 * perSecond);
        this.nanoTime = nanoTime;
    }

    /** 0 when this one may go on, else the seconds after which to try again. Who never was let in has no bucket: there are as many as tokens. */
    synchronized int wait(String token) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(token, _ -> {
            Bucket full = new Bucket();
            full.left = most;
            full.filledAt = now;
            return full;
        });
        bucket.left = Math.min(most, bucket.left + (now - bucket.filledAt) / NANOS * perSecond);
        bucket.filledAt = now;
        if (bucket.left >= 1) {
            bucket.left--;
            return 0;
        }
        return (int) Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    }
}
