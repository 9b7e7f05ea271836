package dev.docket.export;

import dev.docket.verdict.Finding;
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
 * Which label counts when several people decided: the adjudicator's, else the one with most weight. A sure vote weighs
 * 1, an unsure one 0.5; equal weights leave it open.
 */
final class LabelRule {
    /** In words, for the manifest. */
    static final String WORDS = "adjudicated, else majority with unsure votes at half weight; a tie is left out";
    private static final double UNSURE = 0.5;

    /**
     * What the votes come to.
     *
     * @param deciding the latest vote for the label that counts
     * @param shares each label's share of the weights, summing to 1
     * @param agreement share of the votes, by number, that gave the label that counts
     * @param adjudicated whether a settling look decided
     */
    record Resolved(Verdict deciding, SortedMap<String, Double> shares, double agreement, boolean adjudicated) {
        Finding finding() {
            return deciding.finding().orElseThrow();
        }
    }

    private LabelRule() {}

    /**
     * Empty on a tie.
     *
     * @param votes at least one, each with a finding
     * @param settling tasks whose decision settles the item, the latest round counting
     */
    static Optional<Resolved> resolve(List<Verdict> votes, Set<UUID> settling) {
        Comparator<Verdict> latest = Comparator.comparing(Verdict::at).thenComparing(Verdict::id);
        Optional<Verdict> adjudication = votes.stream().filter(v -> settling.contains(v.taskId()))
                .max(Comparator.comparingInt(Verdict::round).thenComparing(latest));
        SortedMap<String, Double> shares = shares(votes);
        Optional<String> label = adjudication.map(v -> v.finding().orElseThrow().label()).or(() -> heaviest(shares));
        return label.map(id -> {
            List<Verdict> agreeing = votes.stream().filter(v -> v.finding().orElseThrow().label().equals(id)).toList();
            Verdict deciding = adjudication.orElseGet(() -> agreeing.stream().max(latest).orElseThrow());
            return new Resolved(deciding, shares, agreeing.size() / (double) votes.size(), adjudication.isPresent());
        });
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

    private static Optional<String> heaviest(SortedMap<String, Double> shares) {
        double most = shares.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        List<String> top = shares.entrySet().stream().filter(e -> e.getValue() >= most - 1e-9).map(Map.Entry::getKey).toList();
        return top.size() == 1 ? Optional.of(top.getFirst()) : Optional.empty();
    }

    private static double weight(Finding finding) {
        return finding.sure() ? 1 : UNSURE;
    }
}
