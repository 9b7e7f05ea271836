package dev.docket.bench.queue;

import dev.docket.bench.measure.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/** People who work at one queue at the same time. */
public final class Crew implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Lanes found empty one after the other, before somebody has nothing to do. */
    private static final int EMPTY_HANDED = 30;

    private final String name;
    private final List<? extends Hands<?>> people;

    Crew(String name, List<? extends Hands<?>> people) {
        this.name = name;
        this.people = people;
    }

    /** Whose queue it is, as it is printed. */
    public String name() {
        return name;
    }

    /** What one of them did. */
    private record Day(List<Double> claims, List<Double> finishes) {
        Day() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Lets all of them work for so long; nobody leaves anything in their hands. */
    public Shift work(Duration turn) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(people.size() + 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            List<Future<Day>> days = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                Hands<?> hands = people.get(i);
                int seat = i;
                days.add(threads.submit(() -> {
                    begin.await();
                    return day(hands, seat, System.nanoTime() + turn.toNanos());
                }));
            }
            begin.await();
            long start = System.nanoTime();
            List<Day> done = new ArrayList<>();
            for (Future<Day> day : days) {
                done.add(day.get());
            }
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            double[] finishes = done.stream().flatMapToDouble(day -> all(day.finishes())).toArray();
            return new Shift(finishes.length / seconds, new Timing(name, done.stream().flatMapToDouble(day -> all(day.claims())).toArray()), new Timing(name, finishes));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static <T> Day day(Hands<T> hands, int seat, long end) throws Exception {
        Day day = new Day();
        int empty = 0;
        for (int turn = seat; System.nanoTime() < end && empty < EMPTY_HANDED; turn++) {
            long asked = System.nanoTime();
            List<T> claimed = hands.claim((seat * Load.LANES_EACH + turn % Load.LANES_EACH) % Load.LANES);
            empty = claimed.isEmpty() ? empty + 1 : 0;
            if (!claimed.isEmpty()) {
                day.claims().add((double) System.nanoTime() - asked);
            }
            for (T each : claimed) {
                long begun = System.nanoTime();
                hands.finish(each);
                day.finishes().add((double) System.nanoTime() - begun);
            }
        }
        return day;
    }

    private static DoubleStream all(List<Double> samples) {
        return samples.stream().mapToDouble(Double::doubleValue);
    }

    @Override
    public void close() throws Exception {
        for (Hands<?> hands : people) {
            hands.close();
        }
    }
}
