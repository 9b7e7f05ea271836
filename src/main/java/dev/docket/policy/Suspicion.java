package dev.docket.policy;

import dev.docket.classify.ModelScore;
import dev.docket.hash.Match;
import dev.docket.policy.PolicyPack.AiStatementRule;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One piece of evidence for one label.
 *
 * @param label as it stands in the item's place
 * @param likelihood 0..1, weighted by the pack; counts for priority even below the threshold
 * @param binding whether it suffices to suspect the label
 * @param sentence why, for the reviewer
 */
record Suspicion(Label label, double likelihood, boolean binding, String sentence) {
    /** Bits of PDQ distance at which a match would count nothing; at 31, the farthest match, it counts half. */
    private static final double BLIND_DISTANCE = 62;

    static List<Suspicion> of(PolicyPack pack, ScoreRules rules, String place, List<ModelScore> scores, ProvenanceReport provenance, List<Match> matches) {
        List<Suspicion> all = new ArrayList<>();
        for (ModelScore score : scores) {
            rules.of(score).ifPresent(rule -> all.add(of(rule, pack.label(rule.label(), place), score)));
        }
        for (Match match : matches) {
            pack.find(match.label()).ifPresent(_ -> all.add(of(match, pack.label(match.label(), place))));
        }
        for (Signal signal : provenance.signals()) {
            if (signal.origin() == ProvenanceReport.Origin.AI_GENERATED || signal.origin() == ProvenanceReport.Origin.AI_EDITED) {
                ruleFor(pack, signal).ifPresent(rule -> all.add(new Suspicion(
                        pack.label(rule.label(), place), rule.likelihood(), true, Sentences.aiStatement(signal))));
            }
        }
        pack.provenanceRules().stream().filter(rule -> rule.holds(provenance))
                .forEach(rule -> all.add(new Suspicion(pack.label(rule.label(), place), rule.likelihood(), true, rule.sentence())));
        return all;
    }

    private static Optional<AiStatementRule> ruleFor(PolicyPack pack, Signal signal) {
        return pack.aiStatements().stream().filter(r -> r.strength().equals(signal.strength().word())).findFirst();
    }

    private static Suspicion of(ScoreRule rule, Label label, ModelScore score) {
        double threshold = rule.review().orElse(score.threshold());
        return new Suspicion(label, rule.weight() * score.score(), score.score() >= threshold, Sentences.score(label, rule, score, threshold));
    }

    private static Suspicion of(Match match, Label label) {
        double likelihood = Math.clamp(1 - match.distance() / BLIND_DISTANCE, 0, 1);
        return new Suspicion(label, likelihood, true, Sentences.match(label, match));
    }
}
