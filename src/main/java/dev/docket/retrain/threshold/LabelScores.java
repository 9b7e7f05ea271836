package dev.docket.retrain.threshold;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.ThresholdChoice;
import dev.docket.metrics.ThresholdChoice.Target;
import dev.docket.policy.PolicyPack.ScoreRule;
import java.util.Optional;

/**
 * What one model says of one label: of what was decided, with what the verdict found, and of what waits.
 *
 * @param model {@code id@version}
 * @param rule by which the pack reads it
 * @param now the threshold in force, 0..1
 * @param decided truths by verdict and the scores the items had before; not copied: treat as read-only
 * @param group per decided item its group of look-alikes, by number
 * @param waiting scores of items whose first look waits
 * @param otherwise per waiting item, whether something else flags it too
 */
public record LabelScores(String model, ScoreRule rule, double now, ScoredSample decided, int[] group, double[] waiting, boolean[] otherwise) {
    private static final double LEVEL = 0.95;

    /**
     * How it would be with a threshold.
     *
     * @param flagged waiting items that this label would be flagged on
     * @param queue waiting items that anything would be flagged on
     * @param missed share of the decided items with the label that score less, Wilson interval
     * @param wrong share of the decided items flagged that do not have the label, Wilson interval
     */
    public record Effect(double threshold, int flagged, int queue, Estimate missed, Estimate wrong) {}

    /**
     * A threshold that meets a target on the decided items.
     *
     * @param interval of the threshold itself, from drawing groups of look-alikes
     */
    public record Proposal(ThresholdChoice choice, Estimate interval) {}

    /** @param model without its version */
    public String id() {
        return model.substring(0, model.lastIndexOf('@'));
    }

    /** @param threshold 0..1; flagged is what scores as high or higher */
    public Effect at(double threshold) {
        int flagged = 0;
        int queue = 0;
        for (int i = 0; i < waiting.length; i++) {
            boolean over = waiting[i] >= threshold;
            flagged += over ? 1 : 0;
            queue += over || otherwise[i] ? 1 : 0;
        }
        long positives = 0;
        long missed = 0;
        long over = 0;
        long wrong = 0;
        for (int i = 0; i < decided.size(); i++) {
            boolean flags = decided.score()[i] >= threshold;
            positives += decided.truth()[i] ? 1 : 0;
            missed += decided.truth()[i] && !flags ? 1 : 0;
            over += flags ? 1 : 0;
            wrong += flags && !decided.truth()[i] ? 1 : 0;
        }
        return new Effect(threshold, flagged, queue, Proportions.rate(missed, positives, LEVEL), Proportions.rate(wrong, over, LEVEL));
    }

    /** Empty where no threshold meets the target on the decided items. */
    public Optional<Proposal> propose(Target target) {
        return ThresholdChoice.of(decided, target, LEVEL).map(choice -> new Proposal(choice,
                Bootstrap.DEFAULT.within(40L * decided.size()).ofGroups(decided.size(), place -> group[place], places -> ThresholdChoice.value(decided.at(places), target))));
    }
}
