package dev.docket.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores put positives before negatives. Ties count as ties, whatever the order of the items. */
public final class Ranking {
    private Ranking() {}

    /** Sum over score steps of the rise in recall times the precision there; no interpolation. Undefined without a positive. */
    public static Figure averagePrecision(ScoredSample sample) {
        double[] sums = new double[2];
        double positives = weightOf(sample, true);
        if (positives == 0) {
            return Figure.undefined("no item has the label");
        }
        double[] area = {0};
        stepDown(sample, (score, truePositive, falsePositive) -> {
            double gained = truePositive - sums[0];
            if (gained > 0) {
                area[0] += gained / positives * (truePositive / (truePositive + falsePositive));
            }
            sums[0] = truePositive;
        });
        return Figure.of(area[0]);
    }

    /** Probability that a positive scores over a negative, ties half. Undefined without both. */
    public static Figure rocAuc(ScoredSample sample) {
        double positives = weightOf(sample, true);
        double negatives = weightOf(sample, false);
        if (positives == 0 || negatives == 0) {
            return Figure.undefined(positives == 0 ? "no item has the label" : "every item has the label");
        }
        double[] last = new double[2];
        double[] area = {0};
        stepDown(sample, (score, truePositive, falsePositive) -> {
            area[0] += (falsePositive - last[1]) * (truePositive + last[0]) / 2;
            last[0] = truePositive;
            last[1] = falsePositive;
        });
        return Figure.of(area[0] / (positives * negatives));
    }

    /** Youden's index at its best threshold: the largest difference of true and false positive rate, 0..1. Undefined without both. */
    public static Figure youden(ScoredSample sample) {
        double positives = weightOf(sample, true);
        double negatives = weightOf(sample, false);
        if (positives == 0 || negatives == 0) {
            return Figure.undefined(positives == 0 ? "no item has the label" : "every item has the label");
        }
        double[] largest = {0};
        stepDown(sample, (score, truePositive, falsePositive) -> largest[0] = Math.max(largest[0], truePositive / positives - falsePositive / negatives));
        return Figure.of(largest[0]);
    }

    /**
     * Where the rates of false positives and of false negatives meet, 0..1, on the ROC curve with straight lines between its
     * points. Undefined without both.
     */
    public static Figure equalErrorRate(ScoredSample sample) {
        double positives = weightOf(sample, true);
        double negatives = weightOf(sample, false);
        if (positives == 0 || negatives == 0) {
            return Figure.undefined(positives == 0 ? "no item has the label" : "every item has the label");
        }
        double[] last = {0, 1};
        double[] met = {Double.NaN};
        stepDown(sample, (score, truePositive, falsePositive) -> {
            double falseRate = falsePositive / negatives;
            double missRate = 1 - truePositive / positives;
            if (Double.isNaN(met[0]) && falseRate >= missRate) {
                double before = last[1] - last[0];
                double share = before / (before + falseRate - missRate);
                met[0] = last[0] + share * (falseRate - last[0]);
            }
            last[0] = falseRate;
            last[1] = missRate;
        });
        return Figure.of(met[0]);
    }

    /** Told once per distinct score, from the highest: the weight of positives and of negatives at or over it. */
    interface Step {
        void at(double score, double truePositive, double falsePositive);
    }

    static void stepDown(ScoredSample sample, Step step) {
        int[] order = IntStream.range(0, sample.size()).toArray();
        if (!falling(sample.score())) {
            order = IntStream.of(order).boxed().sorted(Comparator.comparingDouble(i -> -sample.score()[i])).mapToInt(Integer::intValue).toArray();
        }
        double truePositive = 0;
        double falsePositive = 0;
        for (int i = 0; i < order.length; i++) {
            double weight = sample.weight()[order[i]];
            if (sample.truth()[order[i]]) {
                truePositive += weight;
            } else {
                falsePositive += weight;
            }
            boolean lastOfItsScore = i + 1 == order.length || sample.score()[order[i + 1]] != sample.score()[order[i]];
            if (lastOfItsScore) {
                step.at(sample.score()[order[i]], truePositive, falsePositive);
            }
        }
    }

    private static boolean falling(double[] score) {
        for (int i = 1; i < score.length; i++) {
            if (score[i] > score[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static double weightOf(ScoredSample sample, boolean truth) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += sample.truth()[i] == truth ? sample.weight()[i] : 0;
        }
        return sum;
    }
}
