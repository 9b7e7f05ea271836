package dev.docket.metrics;

import java.util.ArrayList;
import java.util.List;

/** Whether scores, read as probabilities, come true as often as they say. All scores lie in 0..1. */
public final class Calibration {
    /** Scores are kept this far from 0 and 1 before their logarithm is taken. */
    public static final double CLIP = 1e-15;

    private Calibration() {}

    /**
     * Items whose score lies above {@code low} and at or under {@code high}; the first bin takes 0 too.
     *
     * @param weight sum of the items' weights
     * @param score their mean score
     * @param rate share of them that are positive
     * @param effective how many items of equal weight say as much (Kish)
     */
    public record Bin(double low, double high, long n, double weight, double score, double rate, double effective) {}

    /** Mean negative log likelihood, natural logarithm. */
    public static Figure logLoss(ScoredSample sample, double clip) {
        return mean(sample, i -> {
            double p = Math.clamp(sample.score()[i], clip, 1 - clip);
            return -Math.log(sample.truth()[i] ? p : 1 - p);
        });
    }

    /** Mean squared distance between score and outcome. */
    public static Figure brier(ScoredSample sample) {
        return mean(sample, i -> {
            double miss = sample.score()[i] - (sample.truth()[i] ? 1 : 0);
            return miss * miss;
        });
    }

    /** Expected calibration error: mean distance between score and rate, over bins by weight. */
    public static Figure ece(ScoredSample sample, int bins) {
        double total = total(sample);
        if (total == 0) {
            return nothing();
        }
        double sum = 0;
        for (Bin bin : bins(sample, bins)) {
            sum += bin.weight() / total * Math.abs(bin.score() - bin.rate());
        }
        return Figure.of(sum);
    }

    /** Maximum calibration error: the largest distance between score and rate of any bin. */
    public static Figure mce(ScoredSample sample, int bins) {
        return bins(sample, bins).stream().mapToDouble(bin -> Math.abs(bin.score() - bin.rate())).max().stream()
                .mapToObj(Figure::of).findFirst().orElseGet(Calibration::nothing);
    }

    /** Equal-width bins, right-closed, those without weight left out. */
    public static List<Bin> bins(ScoredSample sample, int bins) {
        double[] weights = new double[bins];
        double[] scores = new double[bins];
        double[] positives = new double[bins];
        double[] squares = new double[bins];
        long[] counts = new long[bins];
        for (int i = 0; i < sample.size(); i++) {
            double score = inRange(sample.score()[i]);
            int bin = binOf(score, bins);
            double weight = sample.weight()[i];
            counts[bin]++;
            weights[bin] += weight;
            squares[bin] += weight * weight;
            scores[bin] += weight * score;
            positives[bin] += sample.truth()[i] ? weight : 0;
        }
        List<Bin> filled = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (weights[b] > 0) {
                filled.add(new Bin((double) b / bins, (b + 1.0) / bins, counts[b], weights[b], scores[b] / weights[b], positives[b] / weights[b], weights[b] * weights[b] / squares[b]));
            }
        }
        return filled;
    }

    /** By comparison with the edges themselves: {@code score * bins} rounds across them. */
    private static int binOf(double score, int bins) {
        int bin = Math.clamp((int) Math.ceil(score * bins) - 1, 0, bins - 1);
        while (bin > 0 && score <= (double) bin / bins) {
            bin--;
        }
        while (bin < bins - 1 && score > (bin + 1.0) / bins) {
            bin++;
        }
        return bin;
    }

    private interface Loss {
        double of(int item);
    }

    private static Figure mean(ScoredSample sample, Loss loss) {
        double total = total(sample);
        if (total == 0) {
            return nothing();
        }
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            inRange(sample.score()[i]);
            sum += sample.weight()[i] * loss.of(i);
        }
        return Figure.of(sum / total);
    }

    private static double total(ScoredSample sample) {
        double total = 0;
        for (double weight : sample.weight()) {
            total += weight;
        }
        return total;
    }

    private static double inRange(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A probability lies in 0..1, not " + score);
        }
        return score;
    }

    private static Figure nothing() {
        return Figure.undefined("there are no items");
    }
}
