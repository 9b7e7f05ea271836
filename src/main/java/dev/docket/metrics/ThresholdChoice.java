package dev.docket.metrics;

import java.util.Optional;

/**
 * The score at and over which items are flagged so that a target is met, on the items it was chosen on.
 *
 * @param value the score; flagged is what scores as high or higher
 * @param precision share of the flagged weight that is positive
 * @param recall share of the positive weight that is flagged
 * @param trials what the rate with the target was counted over, flagged items or positives: Kish's effective number if weighted
 * @param share those trials as a share of all items, 0..1
 */
public record ThresholdChoice(Target target, double value, double precision, double recall, Interval precisionInterval, Interval recallInterval, double trials, double share) {

    /** @param rate to be reached, above 0, at most 1 */
    public record Target(boolean isRecall, double rate) {

        /** For recall the highest precision, for precision the highest recall; of equals the higher other rate, then the higher score. */
        private boolean better(double[] rates, double[] best) {
            int other = isRecall ? 0 : 1;
            return rates[1 - other] >= rate && (best == null || rates[other] > best[other] || rates[other] == best[other] && rates[1 - other] > best[1 - other]);
        }
    }

    /** Empty where no score reaches the target, and where there is no positive. */
    public static Optional<ThresholdChoice> of(ScoredSample sample, Target target, double level) {
        double[] best = best(sample, target);
        if (best == null) {
            return Optional.empty();
        }
        double[] flagged = new double[2];
        double[] positive = new double[2];
        double[] all = new double[2];
        for (int i = 0; i < sample.size(); i++) {
            double weight = sample.weight()[i];
            add(all, weight);
            add(flagged, sample.score()[i] >= best[2] ? weight : 0);
            add(positive, sample.truth()[i] ? weight : 0);
        }
        double[] of = target.isRecall() ? positive : flagged;
        return Optional.of(new ThresholdChoice(target, best[2], best[0], best[1],
                Proportions.wilsonOfWeights(best[0], effective(flagged), level), Proportions.wilsonOfWeights(best[1], effective(positive), level),
                effective(of), Math.min(1, of[0] / all[0])));
    }

    /** The chosen score alone, for resampling; undefined where no score reaches the target. */
    public static Figure value(ScoredSample sample, Target target) {
        double[] best = best(sample, target);
        return best == null ? Figure.undefined("no score reaches the target") : Figure.of(best[2]);
    }

    /** Precision, recall and score of the best choice, or null. */
    private static double[] best(ScoredSample sample, Target target) {
        double positives = 0;
        for (int i = 0; i < sample.size(); i++) {
            positives += sample.truth()[i] ? sample.weight()[i] : 0;
        }
        double total = positives;
        double[][] best = {null};
        Ranking.stepDown(sample, (score, truePositive, falsePositive) -> {
            double[] rates = {truePositive / (truePositive + falsePositive), Math.min(1, truePositive / total), score};
            if (truePositive > 0 && target.better(rates, best[0])) {
                best[0] = rates;
            }
        });
        return best[0];
    }

    /** Where the rate with the target lies. */
    public Interval interval() {
        return target.isRecall() ? recallInterval : precisionInterval;
    }

    /** Whether the lower bound reaches the target too, so that it holds with the interval's confidence. */
    public boolean enough() {
        return interval().low() >= target.rate();
    }

    /**
     * How many more verdicts would make the lower bound reach the target if the rate stayed as it is: Wilson's bound reaches t from n =
     * z^2 t (1 - t) / (p - t)^2 trials on. Empty where the rate is the target itself, or already enough.
     */
    public Optional<Long> more() {
        double gap = (target.isRecall() ? recall : precision) - target.rate();
        if (enough() || gap <= 0 || share <= 0) {
            return Optional.empty();
        }
        double needed = Math.pow(Normal.critical(interval().level()), 2) * target.rate() * (1 - target.rate()) / (gap * gap);
        return Optional.of((long) Math.max(1, Math.ceil((needed - trials) / share)));
    }

    private static void add(double[] sums, double weight) {
        sums[0] += weight;
        sums[1] += weight * weight;
    }

    private static double effective(double[] sums) {
        return sums[0] * sums[0] / sums[1];
    }
}
