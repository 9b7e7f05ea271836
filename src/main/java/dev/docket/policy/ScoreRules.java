package dev.docket.policy;

import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyPack.ScoreRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** By which rule a score is read: one for this very model goes before one for its vendor ({@code hive/*}), that before one for all ({@code *}). Pure. */
public final class ScoreRules {
    private final List<ScoreRule> rules;

    /** @param more count where the pack has no rule as close */
    public ScoreRules(List<ScoreRule> ofPack, List<ScoreRule> more) {
        rules = Stream.concat(ofPack.stream(), more.stream()).toList();
    }

    /** Empty where none reads it, or the closest says that the label means nothing. */
    public Optional<ScoreRule> of(ModelScore score) {
        return closest(score).filter(rule -> !rule.label().isEmpty());
    }

    /** Whether its label is known at all; what is not is told to the reviewer. */
    boolean isRead(ModelScore score) {
        return closest(score).isPresent();
    }

    private Optional<ScoreRule> closest(ModelScore score) {
        return rule(score.model(), score.label()).or(() -> rule(score.model().replaceFirst("/.*", "/*"), score.label())).or(() -> rule("*", score.label()));
    }

    private Optional<ScoreRule> rule(String model, String label) {
        return rules.stream().filter(rule -> rule.model().equals(model) && isFor(rule.modelLabel(), label)).findFirst();
    }

    /** Classes that say what is not in a picture are named alike: {@code no_*}. */
    private static boolean isFor(String pattern, String label) {
        return pattern.equals(label) || pattern.length() > 1 && pattern.endsWith("*") && label.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
