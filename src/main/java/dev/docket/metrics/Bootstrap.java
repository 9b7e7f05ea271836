package dev.docket.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Percentile intervals from resampling, seeded: the same input gives the same interval. Resamples in which the
 * statistic is undefined are left out; when more than half are, there is no interval.
 *
 * @param resamples how often to draw, such as 2000
 * @param level confidence, such as 0.95
 */
public record Bootstrap(int resamples, double level, long seed) {
    /** 2000 resamples, 95 %. */
    public static final Bootstrap DEFAULT = new Bootstrap(2000, 0.95, 20_260_101L);

    private static final long MOST_STEPS = 2_000_000_000L;

    public Bootstrap {
        if (resamples < 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(resamples + " resamples at level " + level);
        }
    }

    /** The statistic with its interval. */
    public Estimate of(ScoredSample sample, Function<ScoredSample, Figure> statistic) {
        return of(sample.size(), places -> statistic.apply(sample.at(places)));
    }

    /** Second less first, over the same resamples: for two models that scored the same items. */
    public Estimate ofDifference(ScoredSample first, ScoredSample second, Function<ScoredSample, Figure> statistic) {
        if (!Arrays.equals(first.truth(), second.truth())) {
            throw new IllegalArgumentException("A paired bootstrap compares scores of the same items");
        }
        return of(first.size(), places -> statistic.apply(second.at(places)).minus(statistic.apply(first.at(places))));
    }

    /**
     * Any statistic of items that are drawn by their place.
     *
     * @param size how many items there are
     * @param statistic given the places drawn, 0..size-1; first called with every place once, in order
     */
    public Estimate of(int size, Function<int[], Figure> statistic) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return of(all, size, statistic);
    }

    /** As many resamples as this work allows, at least 100: for large samples. @param cost steps that one resample takes */
    public Bootstrap within(long cost) {
        return new Bootstrap((int) Math.clamp(MOST_STEPS / Math.max(1, cost), Math.min(100, resamples), resamples), level, seed);
    }

    /**
     * Several statistics at once, of items of which many are alike: whoever computes them is told how often each kind was
     * drawn. Runs on several threads; the answer does not depend on how many.
     *
     * @param kindOf the kind of each item, 0..kinds-1
     * @param statistics given how often each kind occurs; must be safe on several threads and give as many figures each time
     */
    public List<Estimate> ofKinds(int[] kindOf, int kinds, Function<int[], List<Figure>> statistics) {
        int[] all = new int[kinds];
        for (int kind : kindOf) {
            all[kind]++;
        }
        List<Figure> points = statistics.apply(all);
        if (points.stream().allMatch(Figure.Undefined.class::isInstance)) {
            return points.stream().map(point -> new Estimate(point, Optional.empty(), kindOf.length)).toList();
        }
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom[] each = new SplittableRandom[resamples];
        Arrays.setAll(each, b -> random.split());
        List<List<Figure>> drawn = IntStream.range(0, resamples).parallel().mapToObj(b -> {
            int[] counts = new int[kinds];
            for (int i = 0; i < kindOf.length; i++) {
                counts[kindOf[each[b].nextInt(kindOf.length)]]++;
            }
            return statistics.apply(counts);
        }).toList();
        return IntStream.range(0, points.size()).mapToObj(s -> {
            double[] values = drawn.stream().flatMapToDouble(figures -> figures.get(s).number().stream()).toArray();
            boolean known = points.get(s) instanceof Figure.Value && values.length * 2 >= resamples;
            return new Estimate(points.get(s), known ? Optional.of(percentiles(values)) : Optional.empty(), kindOf.length);
        }).toList();
    }

    /**
     * As {@link #of(int, Function)} but draws whole groups, because items of one group are alike.
     *
     * @param groupOf the group of a place, any number
     */
    public Estimate ofGroups(int size, ToIntFunction<Integer> groupOf, Function<int[], Figure> statistic) {
        int[] names = new int[size];
        Arrays.setAll(names, groupOf::applyAsInt);
        // in order of appearance, so that a seed draws the same groups whatever they are called
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            groups.computeIfAbsent(names[i], _ -> new ArrayList<>()).add(i);
        }
        int[][] members = groups.values().stream().map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return estimate(all, size, random -> {
            int[][] drawn = new int[members.length][];
            for (int g = 0; g < members.length; g++) {
                drawn[g] = members[random.nextInt(members.length)];
            }
            return Arrays.stream(drawn).flatMapToInt(Arrays::stream).toArray();
        }, statistic);
    }

    private Estimate of(int[] all, int size, Function<int[], Figure> statistic) {
        return estimate(all, size, random -> {
            int[] places = new int[size];
            for (int i = 0; i < size; i++) {
                places[i] = random.nextInt(size);
            }
            return places;
        }, statistic);
    }

    private Estimate estimate(int[] all, int size, Function<SplittableRandom, int[]> draw, Function<int[], Figure> statistic) {
        if (size == 0) {
            return Estimate.undefined("there are no items", 0);
        }
        Figure point = statistic.apply(all);
        if (point instanceof Figure.Undefined) {
            return new Estimate(point, Optional.empty(), size);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int defined = 0;
        for (int b = 0; b < resamples; b++) {
            if (statistic.apply(draw.apply(random)) instanceof Figure.Value(double value)) {
                values[defined++] = value;
            }
        }
        if (defined * 2 < resamples) {
            return new Estimate(point, Optional.empty(), size);
        }
        return new Estimate(point, Optional.of(percentiles(Arrays.copyOf(values, defined))), size);
    }

    private Interval percentiles(double[] values) {
        Arrays.sort(values);
        double tail = (1 - level) / 2;
        return new Interval(quantile(values, tail), quantile(values, 1 - tail), level, "bootstrap-percentile");
    }

    /** Linear between order statistics, Hyndman and Fan type 7, as numpy does. */
    static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
