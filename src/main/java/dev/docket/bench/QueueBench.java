package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.queue.Crew;
import dev.docket.bench.queue.Load;
import dev.docket.bench.queue.OwnQueue;
import dev.docket.bench.queue.Peers;
import dev.docket.bench.queue.Shift;
import dev.docket.bench.queue.TeamQueue;
import dev.docket.bench.server.BenchServer;
import dev.docket.storage.BlobStore;
import dev.docket.storage.FolderBlobStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Reviewers at one queue: claim eight, then finish each in a transaction of its own. The statements of Docket's queue beside those of River and pgmq, sent in the same way,
 * by the tables' owner; then what neither of them does: Docket with the verdict and its line of the log, as its owner, and as people run it, with all that the database checks.
 */
final class QueueBench implements Bench {
    private static final String REAL = "Docket";
    private static final String UNGUARDED = "Docket as its owner";
    private static final String QUEUE = "Docket's queue";
    private static final double LEAST_OF_RIVER = 1.0;
    private static final double LEAST_OF_PGMQ = 0.7;
    private static final double MOST_OF_RIVERS_CLAIM = 1.2;
    private static final double MOST_FOR_BACKLOG = 3;
    private static final double MOST_FOR_STATISTICS = 2;
    private static final double MOST_OWN_CLAIM_MILLIS = 50;
    private static final int LEASED_SHARE = 16;
    /** Connections plan a statement anew the first times, and nobody's day has just begun. */
    private static final int WARM_UP = 4;
    private static final int GLANCES = 20;
    private static final double MOST_GLANCE_MILLIS = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    /** The shifts of one crew, one a round. */
    private record Shifts(String name, List<Shift> all) {
        double median(ToDoubleFunction<Shift> figure) {
            return new Timing(name, all.stream().mapToDouble(figure).toArray()).median();
        }

        Timing ratios(Shifts other, ToDoubleFunction<Shift> figure) {
            double[] each = new double[all.size()];
            for (int i = 0; i < each.length; i++) {
                each[i] = figure.applyAsDouble(all.get(i)) / figure.applyAsDouble(other.all.get(i));
            }
            return new Timing(name, each);
        }
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public String about() {
        return "32 reviewers at a queue of a million, beside River and pgmq on the same PostgreSQL; a desk of one's own";
    }

    @Override
    public void run(Stand stand) throws Exception {
        BlobStore images = new FolderBlobStore(stand.scratch().resolve("images"), new byte[32]);
        own(stand, images);
        Optional<BenchServer> server = stand.postgres("a team's queue");
        if (server.isPresent()) {
            team(stand, server.get(), images);
        }
    }

    private static void team(Stand stand, BenchServer server, BlobStore images) throws Exception {
        Load load = stand.load();
        stand.note(server.about() + "; queueing " + load.queued() + " for " + load.reviewers() + " reviewers");
        TeamQueue empty = TeamQueue.empty(server, load.reviewers());
        empty.execute("vacuum analyze");
        TeamQueue few = empty.copy();
        TeamQueue neverAnalysed = empty.copy();
        empty.fill(load.queued());
        beside(stand, server, empty, few, images);
        TeamQueue stale = stale(empty, load);
        statistics(stand, List.of(fresh(stale), stale, neverAnalysed), images);
    }

    private static void beside(Stand stand, BenchServer server, TeamQueue full, TeamQueue few, BlobStore images) throws Exception {
        Load load = stand.load();
        full.execute("vacuum analyze");
        stand.tell(Reading.of("a window asks how its lanes stand", "ms", full.glances(GLANCES).median() / NANOS_PER_MILLI).atMost(MOST_GLANCE_MILLIS));
        stand.note("queueing as many for River and pgmq");
        try (Peers peers = Peers.fill(server, load); Crew queue = full.statements(QUEUE); Crew unguarded = full.unguarded(UNGUARDED, images);
                Crew real = full.reviewers(REAL, images); Crew atFew = few.reviewers("at " + load.few(), images)) {
            List<Shifts> shifts = inTurn(stand, List.of(queue, peers.river(), peers.pgmq(), real, atFew, unguarded), () -> few.fillUpTo(load.few()));
            Shifts own = shifts.get(0);
            Shifts river = shifts.get(1);
            Shifts pgmq = shifts.get(2);
            tellCycle(stand, own, river, Optional.of(LEAST_OF_RIVER));
            tellCycle(stand, own, pgmq, Optional.of(LEAST_OF_PGMQ));
            tell(stand, own, river, "claim of 8, p99", "ms", Shift::claimMost, MOST_OF_RIVERS_CLAIM);
            for (Shifts whole : List.of(shifts.get(5), shifts.get(3))) {
                tellCycle(stand, whole, river, Optional.empty());
                tellCycle(stand, whole, pgmq, Optional.empty());
            }
            tell(stand, shifts.get(3), shifts.get(4), "claim of 8, p50", "ms", Shift::claimMedian, MOST_FOR_BACKLOG);
            for (Shifts each : List.of(own, river, pgmq, shifts.get(5), shifts.get(3))) {
                tellAlone(stand, each);
            }
        }
    }

    private static void tellAlone(Stand stand, Shifts each) {
        stand.tell(Reading.of(each.name() + ": claimed and finished", "items/s", each.median(Shift::perSecond)));
        stand.tell(Reading.of(each.name() + ": claim of 8, p50", "ms", each.median(Shift::claimMedian)));
        stand.tell(Reading.of(each.name() + ": claim of 8, p99", "ms", each.median(Shift::claimMost)));
        stand.tell(Reading.of(each.name() + ": finished, p50", "ms", each.median(Shift::finishMedian)));
        stand.tell(Reading.of(each.name() + ": finished, p99", "ms", each.median(Shift::finishMost)));
    }

    private static TeamQueue stale(TeamQueue full, Load load) throws Exception {
        TeamQueue stale = full.copy();
        stale.keepStatistics();
        stale.execute("vacuum analyze");
        stale.lease(load.queued() / LEASED_SHARE);
        return stale;
    }

    private static TeamQueue fresh(TeamQueue stale) throws Exception {
        TeamQueue fresh = stale.copy();
        fresh.execute("analyze");
        return fresh;
    }

    /** The third knows its tables as they were when they were empty, and so do the plans that its people's connections keep. */
    private static void statistics(Stand stand, List<TeamQueue> queues, BlobStore images) throws Exception {
        Load load = stand.load();
        TeamQueue filledLater = queues.get(2);
        filledLater.keepStatistics();
        stand.note("the same with other statistics");
        try (Crew fresh = queues.get(0).reviewers("fresh statistics", images); Crew stale = queues.get(1).reviewers("statistics from before the leases", images);
                Crew none = filledLater.reviewers("statistics and plans from when it was empty", images)) {
            filledLater.fill(load.few() / 10);
            none.work(load.shift());
            filledLater.fill(load.queued());
            List<Shifts> shifts = inTurn(stand, List.of(fresh, stale, none), () -> { });
            for (Shifts other : shifts.subList(1, shifts.size())) {
                tell(stand, other, shifts.getFirst(), "claim of 8, p99", "ms", Shift::claimMost, MOST_FOR_STATISTICS);
                tell(stand, other, shifts.getFirst(), "finished, p99", "ms", Shift::finishMost, MOST_FOR_STATISTICS);
            }
        }
    }

    private static void own(Stand stand, BlobStore images) throws Exception {
        Load load = stand.load();
        stand.note("a desk of one's own, " + load.embedded() + " queued");
        try (Crew me = OwnQueue.open(stand.scratch().resolve("own"), load.embedded(), images)) {
            Shifts shifts = inTurn(stand, List.of(me), () -> { }).getFirst();
            stand.tell(Reading.of("own desk, " + load.embedded() + " queued: claim of 8, p99", "ms", shifts.median(Shift::claimMost)).atMost(MOST_OWN_CLAIM_MILLIS));
            stand.tell(Reading.of("own desk, " + load.embedded() + " queued: claimed and decided", "items/s", shifts.median(Shift::perSecond)));
        }
    }

    /** What is to be done between the rounds. */
    private interface Between {
        void run() throws Exception;
    }

    /** Each crew works a shift, then each again, begun by the next of them; what they did in the first, a longer one, is not told. */
    private static List<Shifts> inTurn(Stand stand, List<Crew> crews, Between between) throws Exception {
        List<Shifts> shifts = crews.stream().map(crew -> new Shifts(crew.name(), new ArrayList<>())).toList();
        for (int round = 0; round <= stand.load().rounds(); round++) {
            between.run();
            for (int turn = 0; turn < crews.size(); turn++) {
                int who = (round + turn) % crews.size();
                Shift shift = crews.get(who).work(round == 0 ? stand.load().shift().multipliedBy(WARM_UP) : stand.load().shift());
                stand.note(String.format("round %d, %s: %.0f items/s, claim %.1f / %.1f ms, finished %.1f / %.1f ms", round, crews.get(who).name(), shift.perSecond(),
                        shift.claimMedian(), shift.claimMost(), shift.finishMedian(), shift.finishMost()));
                if (round > 0) {
                    shifts.get(who).all().add(shift);
                }
            }
        }
        return shifts;
    }

    private static void tellCycle(Stand stand, Shifts ours, Shifts other, Optional<Double> least) {
        String what = ours.name() + " beside " + other.name() + ": claimed and finished";
        Reading reading = Reading.of(what, "items/s", ours.median(Shift::perSecond)).against(reference(other, Shift::perSecond));
        stand.tell(least.map(reading::ratioAtLeast).orElse(reading));
        stand.tell(rounds(what, ours.ratios(other, Shift::perSecond)));
    }

    private static void tell(Stand stand, Shifts ours, Shifts other, String figure, String unit, ToDoubleFunction<Shift> of, double most) {
        String what = ours.name() + " beside " + other.name() + ": " + figure;
        stand.tell(Reading.of(what, unit, ours.median(of)).against(reference(other, of)).ratioAtMost(most));
        stand.tell(rounds(what, ours.ratios(other, of)));
    }

    private static Reference reference(Shifts other, ToDoubleFunction<Shift> of) {
        return new Reference.Measured(other.name(), other.median(of), other.median(of));
    }

    private static Reading rounds(String what, Timing ratios) {
        return new Reading(what + ", ratio of a round, the least", "x", ratios.least(), ratios.median(), ratios.count(), new Reference.None(), Optional.empty());
    }
}
