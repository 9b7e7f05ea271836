package dev.docket.export;

import dev.docket.metrics.Interval;
import dev.docket.metrics.Proportions;
import dev.docket.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a user of a set has to know of its lopsidedness, each a sentence with its figures. */
final class KnownBiases {
    private static final int FEW = 20;

    private final List<LabelledItem> rows;

    KnownBiases(List<LabelledItem> rows) {
        this.rows = rows;
    }

    List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add("Items came to review because a model, a report or a feed flagged them: this is no random sample of what is posted.");
        if (rows.isEmpty()) {
            return said;
        }
        said.add(percent(rows.stream().filter(i -> i.votes().size() == 1).count(), rows.size()) + " of the rows rest on one person's vote.");
        long visible = rows.stream().filter(i -> !i.blind()).count();
        said.add(percent(visible, rows.size()) + " of the rows were first decided with the model's scores in view, which can pull a label towards the model; "
                + "column 'blind' marks the others.");
        busiestReviewer(said);
        rareLabels(said);
        sources(said);
        return said;
    }

    private void busiestReviewer(List<String> said) {
        Map<UUID, Long> votes = rows.stream().flatMap(i -> i.votes().stream()).collect(Collectors.groupingBy(v -> v.reviewer(), Collectors.counting()));
        long all = votes.values().stream().mapToLong(Long::longValue).sum();
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        if (most * 2 > all) {
            said.add("One reviewer gave " + percent(most, all) + " of the votes.");
        }
    }

    private void rareLabels(List<String> said) {
        String rare = count(LabelledItem::label).entrySet().stream().filter(e -> e.getValue() < FEW)
                .map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.joining(", "));
        if (!rare.isEmpty()) {
            said.add("Labels with fewer than " + FEW + " rows: " + rare + ".");
        }
    }

    /** Sources whose share of findings over S0 differs from the whole by more than chance (95 % Wilson interval). */
    private void sources(List<String> said) {
        long found = rows.stream().filter(KnownBiases::violates).count();
        double overall = found / (double) rows.size();
        count(i -> i.item().source().name()).forEach((source, n) -> {
            if (n * 2 > rows.size() && n < rows.size()) {
                said.add("Source '" + source + "' gives " + percent(n, rows.size()) + " of the rows.");
            }
            long k = rows.stream().filter(i -> i.item().source().name().equals(source) && violates(i)).count();
            if (n >= FEW && outside(k, n, overall)) {
                said.add("In source '" + source + "' " + percent(k, n) + " of the rows are findings over S0, in the whole set " + percent(found, rows.size()) + ".");
            }
        });
    }

    private static boolean violates(LabelledItem item) {
        return item.finding().severity() != Severity.S0;
    }

    private static boolean outside(long k, long n, double rate) {
        Interval interval = Proportions.wilson(k, n, 0.95);
        return !interval.contains(rate);
    }

    private Map<String, Long> count(Function<LabelledItem, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "0 %" : String.format(Locale.ROOT, "%d of %d (%.0f %%)", part, whole, 100.0 * part / whole);
    }
}
