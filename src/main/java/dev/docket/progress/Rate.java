package dev.docket.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How fast a job goes, over its last twenty seconds, and when that would bring it to its end. One thread. */
public final class Rate {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private record Moment(long nanos, long done) {}

    private final Deque<Moment> moments = new ArrayDeque<>();
    private Moment last;

    /** @param nanos of a clock that runs evenly, such as {@link System#nanoTime} */
    public void at(long nanos, long done) {
        last = new Moment(nanos, done);
        if (moments.isEmpty() || nanos - moments.getLast().nanos() >= STEP_NANOS) {
            moments.add(last);
        }
        while (moments.size() > 1 && nanos - moments.getFirst().nanos() > WINDOW_NANOS) {
            moments.remove();
        }
    }

    /** Units a second; empty until a second has been seen in which something was done. */
    public Optional<Double> perSecond() {
        if (last == null) {
            return Optional.empty();
        }
        double seconds = (last.nanos() - moments.getFirst().nanos()) / 1e9;
        long done = last.done() - moments.getFirst().done();
        return seconds >= 1 && done > 0 ? Optional.of(done / seconds) : Optional.empty();
    }

    /** How long the rest will take at this rate. */
    public Optional<Duration> left(long total) {
        return perSecond().filter(rate -> total >= last.done()).map(rate -> Duration.ofSeconds(Math.round((total - last.done()) / rate)));
    }
}
