package dev.docket.retrain;

import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import java.util.List;
import java.util.Optional;

/** What scores of several models say of the policy's labels, by the pack's score rules. Pure. */
public final class PolicyScores {
    private PolicyScores() {}

    /** Per label, the highest weighted score any rule reads for it; 0 where none does. */
    static double[] of(PolicyPack pack, List<String> labels, List<ModelScore> scores) {
        double[] best = new double[labels.size()];
        for (ModelScore score : scores) {
            rule(pack, score).ifPresent(rule -> {
                int label = labels.indexOf(rule.label());
                if (label >= 0) {
                    best[label] = Math.max(best[label], rule.weight() * score.score());
                }
            });
        }
        return best;
    }

    /** The rule for this very model goes before the one for all. */
    public static Optional<ScoreRule> rule(PolicyPack pack, ModelScore score) {
        return rule(pack, score.model(), score.label()).or(() -> rule(pack, "*", score.label()));
    }

    /** Whether the model flags the rule's label: by the pack's own threshold, where it has one. */
    public static boolean flags(ScoreRule rule, ModelScore score) {
        return score.score() >= rule.review().orElse(score.threshold());
    }

    private static Optional<ScoreRule> rule(PolicyPack pack, String model, String label) {
        return pack.scoreRules().stream().filter(rule -> rule.model().equals(model) && rule.modelLabel().equals(label)).findFirst();
    }
}
