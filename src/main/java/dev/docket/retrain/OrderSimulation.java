package dev.docket.retrain;

import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Plays a queue through: an order picks items, verdicts on them come in, some of them wrong, a head is trained on all so far, and its average precision
 * is taken on items that no order may pick. How many verdicts an order needs to be as good as random is what it is worth. Deterministic; one thread.
 */
public final class OrderSimulation {
    private static final double LAMBDA = 10;
    private static final double PRECISION = 1e-5;

    /**
     * Items with the truth on them.
     *
     * @param features of one length
     * @param held how many at the end are kept for measuring
     */
    public record Pool(float[][] features, boolean[] truth, int held) {

        /**
         * Painted numbers: what is wanted is rare and comes in kinds of which some are rarer still, so that an order can miss some for good.
         *
         * @param positives share of what is wanted, 0..1
         * @param kinds of it, each half as frequent as the one before
         */
        public static Pool painted(long seed, int items, int held, int dimensions, double positives, int kinds) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] centre = new double[kinds][dimensions];
            for (double[] each : centre) {
                double length = 0;
                for (int j = 0; j < dimensions; j++) {
                    each[j] = random.nextGaussian();
                    length += each[j] * each[j];
                }
                for (int j = 0; j < dimensions; j++) {
                    each[j] *= DISTANCE / Math.sqrt(length);
                }
            }
            float[][] features = new float[items + held][dimensions];
            boolean[] truth = new boolean[items + held];
            for (int i = 0; i < features.length; i++) {
                truth[i] = random.nextDouble() < positives;
                int kind = 0;
                while (kind < kinds - 1 && random.nextBoolean()) {
                    kind++;
                }
                for (int j = 0; j < dimensions; j++) {
                    features[i][j] = (float) (random.nextGaussian() + (truth[i] ? centre[kind][j] : 0));
                }
            }
            return new Pool(features, truth, held);
        }

        /** Of a kind's middle from that of what is not wanted, in standard deviations of a feature. */
        private static final double DISTANCE = 4.5;

        int waiting() {
            return features.length - held;
        }
    }

    /**
     * How a queue is worked through.
     *
     * @param batch verdicts between two trainings
     * @param budget verdicts in all
     * @param wrong share of verdicts that are not the truth, 0..1
     */
    public record Work(int batch, int budget, double wrong) {}

    /**
     * One order's course.
     *
     * @param verdicts after each training
     * @param precision average precision then, 0..1, on what is held out
     * @param found of what is wanted, among all verdicts
     */
    public record Course(ReviewOrder order, int[] verdicts, double[] precision, int found) {

        /** The fewest verdicts after which the head is at least so good; empty when it never is. */
        public OptionalInt reaches(double target) {
            return IntStream.range(0, precision.length).filter(i -> precision[i] >= target).map(i -> verdicts[i]).findFirst();
        }

        /** After the last training. */
        public double last() {
            return precision[precision.length - 1];
        }
    }

    private final Pool pool;
    private final Work work;

    public OrderSimulation(Pool pool, Work work) {
        this.pool = pool;
        this.work = work;
    }

    /** @param seed of what is drawn, and of which verdicts are wrong */
    public Course run(ReviewOrder order, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> waiting = new ArrayList<>(IntStream.range(0, pool.waiting()).boxed().toList());
        List<Integer> judged = new ArrayList<>();
        List<Boolean> verdicts = new ArrayList<>();
        List<Double> precision = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        double[] head = new double[pool.features()[0].length + 1];
        boolean trained = false;
        while (judged.size() < work.budget() && !waiting.isEmpty()) {
            // nothing is known before both outcomes were seen
            ReviewOrder now = trained ? order : ReviewOrder.RANDOM;
            double[] score = scores(head, waiting);
            float[][] features = waiting.stream().map(i -> pool.features()[i]).toArray(float[][]::new);
            List<Integer> served = now.next(score, features, Math.min(work.batch(), work.budget() - judged.size()), random).stream().map(ReviewOrder.Pick::index).toList();
            for (int index : served) {
                int item = waiting.get(index);
                judged.add(item);
                verdicts.add(pool.truth()[item] != (random.nextDouble() < work.wrong()));
            }
            served.stream().sorted(java.util.Comparator.reverseOrder()).forEach(index -> waiting.remove((int) index));
            trained = verdicts.contains(true) && verdicts.contains(false);
            if (trained) {
                head = train(judged, verdicts);
            }
            counts.add(judged.size());
            precision.add(averagePrecision(head));
        }
        return new Course(order, counts.stream().mapToInt(i -> i).toArray(), precision.stream().mapToDouble(p -> p).toArray(),
                (int) judged.stream().filter(i -> pool.truth()[i]).count());
    }

    private double[] train(List<Integer> judged, List<Boolean> verdicts) {
        double[][] rows = judged.stream().map(i -> widened(pool.features()[i])).toArray(double[][]::new);
        double[] target = verdicts.stream().mapToDouble(verdict -> verdict ? 1 : 0).toArray();
        double[] weight = new double[rows.length];
        Arrays.fill(weight, 1);
        LogisticFit fit = new LogisticFit(rows, target, weight);
        return fit.solve(LAMBDA, fit.start(), PRECISION);
    }

    private static double[] widened(float[] features) {
        double[] row = new double[features.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = features[j];
        }
        return row;
    }

    private double[] scores(double[] head, List<Integer> items) {
        return items.stream().mapToDouble(i -> score(head, pool.features()[i])).toArray();
    }

    private static double score(double[] head, float[] features) {
        double z = head[head.length - 1];
        for (int j = 0; j < features.length; j++) {
            z += head[j] * features[j];
        }
        return 1 / (1 + StrictMath.exp(-z));
    }

    private double averagePrecision(double[] head) {
        int from = pool.waiting();
        double[] score = IntStream.range(from, pool.features().length).mapToDouble(i -> score(head, pool.features()[i])).toArray();
        boolean[] truth = Arrays.copyOfRange(pool.truth(), from, pool.truth().length);
        return Ranking.averagePrecision(ScoredSample.of(truth, score)).number().orElse(0);
    }
}
