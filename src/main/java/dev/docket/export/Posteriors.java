package dev.docket.export;

import dev.docket.metrics.aggregate.Aggregation;
import dev.docket.metrics.aggregate.Method;
import dev.docket.metrics.aggregate.Votes;
import dev.docket.progress.Progress;
import dev.docket.verdict.Standing;
import dev.docket.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Each item's posterior over labels by Dawid and Skene, from one vote a person and item, the last. Votes that spread from another
 * item are nobody's look at this one and do not count.
 */
final class Posteriors {
    static final int ITERATIONS = 100;

    private record Given(int item, int rater, String label) {}

    private Posteriors() {}

    /**
     * Probabilities by label, summing to 1 for every item with a first-hand vote.
     *
     * @param standings in an order that is the same whenever the desk is
     */
    static Map<UUID, SortedMap<String, Double>> of(List<Standing> standings) {
        List<UUID> items = new ArrayList<>();
        Map<UUID, Integer> raters = new LinkedHashMap<>();
        List<Given> given = new ArrayList<>();
        for (Standing standing : standings) {
            Map<UUID, String> last = new LinkedHashMap<>();
            standing.votes().stream().filter(v -> v.kind() != VerdictKind.PROPAGATED).forEach(v -> last.put(v.reviewer(), v.finding().orElseThrow().label()));
            if (!last.isEmpty()) {
                last.forEach((who, label) -> given.add(new Given(items.size(), raters.computeIfAbsent(who, _ -> raters.size()), label)));
                items.add(standing.item());
            }
        }
        return items.isEmpty() ? Map.of() : fitted(items, raters, given);
    }

    private static Map<UUID, SortedMap<String, Double>> fitted(List<UUID> items, Map<UUID, Integer> raters, List<Given> given) {
        List<String> labels = List.copyOf(new TreeSet<>(given.stream().map(Given::label).toList()));
        Map<String, Integer> number = new HashMap<>();
        labels.forEach(label -> number.put(label, number.size()));
        Votes votes = new Votes(items.stream().map(UUID::toString).toList(), raters.keySet().stream().map(UUID::toString).toList(), labels,
                given.stream().mapToInt(Given::item).toArray(), given.stream().mapToInt(Given::rater).toArray(),
                given.stream().mapToInt(v -> number.get(v.label())).toArray());
        Aggregation fit = Method.DAWID_SKENE.of(votes, ITERATIONS, Progress.NONE);
        Map<UUID, SortedMap<String, Double>> posteriors = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            SortedMap<String, Double> posterior = new TreeMap<>();
            for (int c = 0; c < labels.size(); c++) {
                posterior.put(labels.get(c), fit.posterior()[i][c]);
            }
            posteriors.put(items.get(i), posterior);
        }
        return posteriors;
    }
}
