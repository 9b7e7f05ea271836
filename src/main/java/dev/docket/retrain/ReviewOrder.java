package dev.docket.retrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * In which order waiting items are served. The mix serves 70 % by their score, 20 % of those the model is least sure of, no two alike, and 10 % drawn at
 * random, of which alone the probability of being drawn is known: estimates for the whole queue rest on these. Source of the shares: docs/models.md.
 */
public enum ReviewOrder {
    RANDOM, TOP_SCORE, UNCERTAIN, MIXED;

    private static final double BY_SCORE = 0.7;
    private static final double BY_DOUBT = 0.2;
    /** Of the doubtful, so many times as many as are wanted are looked through for such as are unlike each other. */
    private static final int DOUBTFUL = 5;

    /** By which part of the mix an item was picked. */
    public enum Slice { SCORE, DOUBT, AUDIT }

    /**
     * One item to be served.
     *
     * @param index into the waiting items
     * @param probability that it was drawn, in 0..1; of the audit slice alone, 0 elsewhere: what was chosen stands for nothing but itself
     */
    public record Pick(int index, Slice slice, double probability) {}

    /**
     * The next items, in the order in which they are served.
     *
     * @param score of each waiting item, 0..1
     * @param features of each, of one length
     * @param count at most as many as wait
     */
    public List<Pick> next(double[] score, float[][] features, int count, SplittableRandom random) {
        int wanted = Math.min(count, score.length);
        List<Pick> picks = new ArrayList<>(wanted);
        boolean[] taken = new boolean[score.length];
        switch (this) {
            case RANDOM -> audit(score.length, wanted, taken, random, picks);
            case TOP_SCORE -> byScore(score, wanted, taken, picks);
            case UNCERTAIN -> byDoubt(score, features, wanted, taken, picks);
            case MIXED -> {
                int top = (int) Math.round(BY_SCORE * wanted);
                int doubtful = (int) Math.round(BY_DOUBT * wanted);
                // drawn first, from all that wait: only so is the probability the same for each of them
                audit(score.length, wanted - top - doubtful, taken, random, picks);
                byScore(score, top, taken, picks);
                byDoubt(score, features, doubtful, taken, picks);
            }
        }
        return picks;
    }

    private static void audit(int waiting, int count, boolean[] taken, SplittableRandom random, List<Pick> picks) {
        int[] order = IntStream.range(0, waiting).toArray();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(waiting - i);
            int drawn = order[other];
            order[other] = order[i];
            order[i] = drawn;
            taken[drawn] = true;
            picks.add(new Pick(drawn, Slice.AUDIT, (double) count / waiting));
        }
    }

    private static void byScore(double[] score, int count, boolean[] taken, List<Pick> picks) {
        open(taken).boxed().sorted(Comparator.comparingDouble((Integer i) -> score[i]).reversed()).limit(count).forEach(i -> {
            taken[i] = true;
            picks.add(new Pick(i, Slice.SCORE, 0));
        });
    }

    /** Farthest first (Gonzalez 1985) among the most doubtful: each pick is the one least like those before it. */
    private static void byDoubt(double[] score, float[][] features, int count, boolean[] taken, List<Pick> picks) {
        int[] doubtful = open(taken).boxed().sorted(Comparator.comparingDouble(i -> Math.abs(score[i] - 0.5))).limit((long) DOUBTFUL * count).mapToInt(i -> i).toArray();
        double[] nearest = new double[doubtful.length];
        Arrays.fill(nearest, Double.MAX_VALUE);
        int chosen = 0;
        for (int n = 0; n < Math.min(count, doubtful.length); n++) {
            int pick = doubtful[chosen];
            taken[pick] = true;
            picks.add(new Pick(pick, Slice.DOUBT, 0));
            int farthest = -1;
            for (int i = 0; i < doubtful.length; i++) {
                nearest[i] = Math.min(nearest[i], distance(features[pick], features[doubtful[i]]));
                if (!taken[doubtful[i]] && (farthest < 0 || nearest[i] > nearest[farthest])) {
                    farthest = i;
                }
            }
            if (farthest < 0) {
                return;
            }
            chosen = farthest;
        }
    }

    private static IntStream open(boolean[] taken) {
        return IntStream.range(0, taken.length).filter(i -> !taken[i]);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
