package dev.docket.intake;

import dev.docket.progress.Progress;
import dev.docket.progress.Stage;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps of one intake: counts and times what passes, and lets nothing begin a step while the intake is paused or stopped. Several threads. */
final class Steps {
    /** What happens to a candidate, in order. */
    enum Step { READ, DECODE, HASH, SCORE, FILE }

    /** Work that may fail in its own way. */
    interface Work<T, E extends Exception> {
        T call() throws E;
    }

    private static final class Tally {
        private int now;
        private long done;
        private long nanos;
    }

    private final Progress progress;
    private final Map<Step, Tally> tallies = new EnumMap<>(Step.class);

    Steps(Progress progress) {
        this.progress = progress;
        Arrays.stream(Step.values()).forEach(step -> tallies.put(step, new Tally()));
    }

    <T, E extends Exception> T at(Step step, Work<T, E> work) throws E {
        return at(step, 1, work);
    }

    /**
     * @param units that pass together
     * @throws dev.docket.progress.StoppedException when the intake was stopped
     */
    <T, E extends Exception> T at(Step step, int units, Work<T, E> work) throws E {
        progress.stopIfCancelled();
        Tally tally = tallies.get(step);
        enter(tally, units);
        long start = System.nanoTime();
        try {
            return work.call();
        } finally {
            leave(tally, units, System.nanoTime() - start);
        }
    }

    private synchronized void enter(Tally tally, int units) {
        tally.now += units;
    }

    private synchronized void leave(Tally tally, int units, long nanos) {
        tally.now -= units;
        tally.done += units;
        tally.nanos += nanos;
    }

    /** In order. */
    synchronized List<Stage> figures() {
        return tallies.entrySet().stream().map(entry -> new Stage(entry.getKey().name().toLowerCase(Locale.ROOT),
                entry.getValue().now, entry.getValue().done, Duration.ofNanos(entry.getValue().nanos))).toList();
    }
}
