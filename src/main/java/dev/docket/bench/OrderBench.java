package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.retrain.OrderSimulation;
import dev.docket.retrain.OrderSimulation.Course;
import dev.docket.retrain.OrderSimulation.Pool;
import dev.docket.retrain.OrderSimulation.Work;
import dev.docket.retrain.ReviewOrder;
import java.util.EnumMap;
import java.util.Map;

/** How many verdicts each order of the queue needs to teach a head as much as verdicts in random order do, on painted pools, with and without wrong verdicts. */
final class OrderBench implements Bench {
    private static final int SEEDS = 4;
    private static final double WRONG = 0.05;
    private static final double MOST = 0.6;

    /** Sums over the seeds. */
    private static final class Sum {
        private double verdicts;
        private double last;
        private int found;
        private int missed;
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public String about() {
        return "orders of the queue: verdicts needed to be as good as random is at the end of its budget";
    }

    @Override
    public void run(Stand stand) {
        for (double wrong : new double[] {0, WRONG}) {
            compare(stand, wrong);
        }
    }

    private static void compare(Stand stand, double wrong) {
        Work work = stand.quick() ? new Work(20, 200, wrong) : new Work(50, 1500, wrong);
        int seeds = stand.quick() ? 1 : SEEDS;
        Map<ReviewOrder, Sum> sums = new EnumMap<>(ReviewOrder.class);
        for (int seed = 1; seed <= seeds; seed++) {
            stand.note("pool " + seed + " of " + seeds + ", " + Math.round(100 * wrong) + " % wrong verdicts");
            Pool pool = stand.quick() ? Pool.painted(seed, 800, 400, 16, 0.08, 3) : Pool.painted(seed, 5000, 2000, 128, 0.08, 6);
            OrderSimulation simulation = new OrderSimulation(pool, work);
            Course random = simulation.run(ReviewOrder.RANDOM, seed);
            add(sums, random, random);
            for (ReviewOrder order : ReviewOrder.values()) {
                if (order != ReviewOrder.RANDOM) {
                    add(sums, simulation.run(order, seed), random);
                }
            }
        }
        String which = wrong == 0 ? "true verdicts" : Math.round(100 * wrong) + " % wrong verdicts";
        double byRandom = sums.get(ReviewOrder.RANDOM).verdicts;
        sums.forEach((order, sum) -> {
            String name = order.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            stand.tell(Reading.of(which + ", " + name + ": average precision at the end", "", sum.last / seeds));
            stand.tell(Reading.of(which + ", " + name + ": found of what is wanted", "items", sum.found / (double) seeds));
            if (order != ReviewOrder.RANDOM) {
                Reading ratio = Reading.of(which + ", " + name + ": verdicts needed, of those that random needs" + (sum.missed == 0 ? "" : " (" + sum.missed + " never got there, counted as the budget)"), "x",
                        sum.verdicts / byRandom);
                stand.tell(order == ReviewOrder.MIXED && wrong > 0 ? ratio.atMost(MOST) : ratio);
            }
        });
    }

    /** What never gets as far counts with the whole budget. */
    private static void add(Map<ReviewOrder, Sum> sums, Course course, Course random) {
        Sum sum = sums.computeIfAbsent(course.order(), _ -> new Sum());
        int budget = course.verdicts()[course.verdicts().length - 1];
        sum.verdicts += course.reaches(random.last()).orElse(budget);
        sum.missed += course.reaches(random.last()).isPresent() ? 0 : 1;
        sum.last += course.last();
        sum.found += course.found();
    }
}
