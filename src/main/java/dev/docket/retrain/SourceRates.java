package dev.docket.retrain;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.WrongFlags;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often each scorer flags policy labels that reviewers did not find, by source of the items. Only scores an item
 * had before it was decided count, so that no model is measured on what it learned from.
 */
public final class SourceRates {

    /**
     * One scorer's rates.
     *
     * @param scorer {@code id@version} of a model, or of a vendor whose scores came with the items
     * @param reference the source the others are held against
     */
    public record Rates(String scorer, String reference, List<WrongFlags.Row> rows) {
        public Rates {
            rows = List.copyOf(rows);
        }
    }

    private SourceRates() {}

    /** One entry per scorer that flags something the pack reads, by name. Truth is the reviewers' verdict. */
    public static List<Rates> of(DecisionSet set, PolicyPack pack, Bootstrap bootstrap) {
        Map<String, List<WrongFlags.Counted>> byScorer = new TreeMap<>();
        Map<ContentHash, Integer> clusters = new HashMap<>();
        for (LabelledItem item : set.items()) {
            int cluster = clusters.computeIfAbsent(item.group(), g -> clusters.size());
            Map<String, List<ModelScore>> scores = new TreeMap<>();
            item.scores().forEach(score -> scores.computeIfAbsent(StandingScores.name(score), s -> new ArrayList<>()).add(score));
            scores.forEach((scorer, given) -> {
                WrongFlags.Counted counted = count(item, cluster, given, pack);
                if (counted.chances() > 0) {
                    byScorer.computeIfAbsent(scorer, s -> new ArrayList<>()).add(counted);
                }
            });
        }
        List<Rates> rates = new ArrayList<>();
        byScorer.forEach((scorer, items) -> {
            String reference = WrongFlags.middle(items, WrongFlags.SMALLEST).orElseThrow();
            rates.add(new Rates(scorer, reference, WrongFlags.byGroup(items, reference, bootstrap, WrongFlags.SMALLEST)));
        });
        return rates;
    }

    private static WrongFlags.Counted count(LabelledItem item, int cluster, List<ModelScore> scores, PolicyPack pack) {
        Finding finding = item.finding();
        Set<String> absent = new TreeSet<>();
        Set<String> flagged = new TreeSet<>();
        for (ModelScore score : scores) {
            PolicyScores.rule(pack, score).filter(rule -> !finding.label().equals(rule.label()) && !finding.additional().contains(rule.label()))
                    .ifPresent(rule -> {
                        absent.add(rule.label());
                        if (PolicyScores.flags(rule, score)) {
                            flagged.add(rule.label());
                        }
                    });
        }
        return new WrongFlags.Counted(item.item().source().name(), cluster, absent.size(), flagged.size());
    }
}
