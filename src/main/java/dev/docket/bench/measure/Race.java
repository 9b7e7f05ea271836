package dev.docket.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Times contestants against each other: everybody warms up, then they run in turn (ABAB), each round begun by the next
 * of them, so that whatever else the machine does falls on all alike.
 */
public final class Race {
    private Race() {}

    /**
     * One timing per contestant, in their order. Cancelled by interrupting the thread.
     *
     * @throws Exception what a contestant threw
     */
    public static List<Timing> run(Pace pace, List<? extends Contestant> contestants) throws Exception {
        for (Contestant contestant : contestants) {
            warmUp(contestant, pace.warmUp().toNanos());
        }
        double[][] samples = new double[contestants.size()][pace.rounds()];
        for (int round = 0; round < pace.rounds(); round++) {
            for (int turn = 0; turn < contestants.size(); turn++) {
                int who = (round + turn) % contestants.size();
                samples[who][round] = contestants.get(who).sample();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            timings.add(new Timing(contestants.get(i).name(), samples[i]));
        }
        return timings;
    }

    private static void warmUp(Contestant contestant, long nanos) throws Exception {
        long start = System.nanoTime();
        do {
            contestant.sample();
        } while (System.nanoTime() - start < nanos);
    }
}
