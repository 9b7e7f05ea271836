package dev.docket.export;

import dev.docket.verdict.Finding;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which label counts when several people decided: a settling look's under every {@link Resolution}, else the rule's. Under the usual
 * one a sure vote weighs 1, an unsure one 0.5, and equal weights leave it open.
 */
final class LabelRule {
    private static final double UNSURE = 0.5;
    /** Shares and posteriors closer than this are equal. */
    private static final double SAME = 1e-9;

    /**
     * What the votes come to.
     *
     * @param deciding the latest vote for the label that counts
     * @param shares each label's share of the weights, or its posterior, summing to 1
     * @param agreement share of the votes, by number, that gave the label that counts
     * @param adjudicated whether a settling look decided
     */
    record Resolved(Verdict deciding, SortedMap<String, Double> shares, double agreement, boolean adjudicated) {
        Finding finding() {
            return deciding.finding().orElseThrow();
        }
    }

    private final Resolution rule;
    private final Map<UUID, SortedMap<String, Double>> posteriors;

    /** @param posteriors of items, for the rule that asks for them */
    LabelRule(Resolution rule, Map<UUID, SortedMap<String, Double>> posteriors) {
        this.rule = rule;
        this.posteriors = posteriors;
    }

    /** The label that counts; empty where the rule finds none. */
    Optional<Resolved> resolve(Standing standing) {
        return rule.covers(standing) ? resolve(standing.item(), standing.votes(), standing.settling(), standing.late()) : Optional.empty();
    }

    /** Why an item is not settled yet, or never will be by this rule; empty when its label may count. */
    Optional<LeftOut> unsettled(Standing standing) {
        return switch (standing.state()) {
            case OPEN -> Optional.of(LeftOut.UNDECIDED);
            case ESCALATED -> Optional.of(LeftOut.ESCALATED);
            case APPEALED -> Optional.of(LeftOut.APPEALED);
            case GREY -> Optional.of(LeftOut.GREY);
            case DISPUTED, DECIDED -> resolve(standing).isPresent() ? Optional.empty() : Optional.of(rule.covers(standing) ? rule.open() : LeftOut.DISAGREEMENT);
        };
    }

    /**
     * Empty where the rule leaves it open.
     *
     * @param votes at least one, each with a finding, by round and time
     * @param settling tasks whose decision settles the item, the latest round counting
     */
    Optional<Resolved> resolve(UUID item, List<Verdict> votes, Set<UUID> settling) {
        return resolve(item, votes, settling, Set.of());
    }

    /** @param late ids of votes that came late: they have weight, and what decides is one of them only where no other vote is for the label */
    private Optional<Resolved> resolve(UUID item, List<Verdict> votes, Set<UUID> settling, Set<UUID> late) {
        Comparator<Verdict> latest = Comparator.comparing((Verdict v) -> !late.contains(v.id())).thenComparing(Verdict::at).thenComparing(Verdict::id);
        Optional<Verdict> settled = votes.stream().filter(v -> settling.contains(v.taskId()) && !late.contains(v.id()))
                .max(Comparator.comparingInt(Verdict::round).thenComparing(latest));
        SortedMap<String, Double> shares = rule == Resolution.DAWID_SKENE ? posteriors.getOrDefault(item, shares(votes)) : shares(votes);
        Optional<String> label = settled.map(LabelRule::label).or(() -> switch (rule) {
            case MAJORITY -> only(heaviest(shares));
            case DAWID_SKENE -> only(heaviest(shares)).filter(id -> votes.stream().anyMatch(v -> label(v).equals(id)));
            case SINGLE -> Optional.of(label(votes.getFirst()));
            case ADJUDICATED -> Optional.empty();
            case SOFT -> votes.stream().filter(v -> heaviest(shares).contains(label(v))).max(latest).map(LabelRule::label);
        });
        return label.map(id -> {
            List<Verdict> agreeing = votes.stream().filter(v -> label(v).equals(id)).toList();
            Verdict deciding = settled.orElseGet(() -> rule == Resolution.SINGLE ? votes.getFirst() : agreeing.stream().max(latest).orElseThrow());
            return new Resolved(deciding, shares, agreeing.size() / (double) votes.size(), settled.isPresent());
        });
    }

    private static String label(Verdict vote) {
        return vote.finding().orElseThrow().label();
    }

    private static SortedMap<String, Double> shares(List<Verdict> votes) {
        SortedMap<String, Double> shares = new TreeMap<>();
        double total = votes.stream().mapToDouble(v -> weight(v.finding().orElseThrow())).sum();
        for (Verdict vote : votes) {
            Finding finding = vote.finding().orElseThrow();
            shares.merge(finding.label(), weight(finding), Double::sum);
        }
        shares.replaceAll((_, weight) -> weight / total);
        return shares;
    }

    private static List<String> heaviest(SortedMap<String, Double> shares) {
        double most = shares.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return shares.entrySet().stream().filter(e -> e.getValue() >= most - SAME).map(Map.Entry::getKey).toList();
    }

    private static Optional<String> only(List<String> labels) {
        return labels.size() == 1 ? Optional.of(labels.getFirst()) : Optional.empty();
    }

    private static double weight(Finding finding) {
        return finding.sure() ? 1 : UNSURE;
    }
}
