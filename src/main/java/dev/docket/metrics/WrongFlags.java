package dev.docket.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often a scorer flags labels that are not there, by group, against one group. Each item brings several chances,
 * one per label it does not have; as these hang together, intervals come from drawing whole clusters of items.
 */
public final class WrongFlags {
    /** Groups with fewer items are not computed. */
    public static final int SMALLEST = 20;

    private WrongFlags() {}

    /**
     * One item.
     *
     * @param cluster items of one cluster look alike
     * @param chances labels it was scored for and does not have
     * @param wrong how many of them were flagged
     */
    public record Counted(String group, int cluster, int chances, int wrong) {
        public Counted {
            if (wrong < 0 || wrong > chances) {
                throw new IllegalArgumentException(wrong + " wrong of " + chances + " chances");
            }
        }
    }

    /**
     * One group's row.
     *
     * @param rate wrong flags over chances
     * @param difference this rate less the reference group's; undefined for the reference itself
     */
    public record Row(String group, int items, long chances, long wrong, Estimate rate, Estimate difference) {

        /** Whether the difference's interval lies wholly on one side of 0. */
        public boolean differs() {
            return difference.interval().map(interval -> !interval.contains(0)).orElse(false);
        }
    }

    /**
     * The group whose rate is in the middle, the lower of two: the reference when none is named, as one odd group cannot
     * be it while there are three. Groups with fewer than {@code smallest} items come in only when all are that small.
     */
    public static Optional<String> middle(List<Counted> items, int smallest) {
        Map<String, List<Counted>> groups = byName(items);
        List<String> large = groups.keySet().stream().filter(group -> groups.get(group).size() >= smallest).toList();
        return (large.isEmpty() ? groups.keySet().stream().toList() : large).stream()
                .sorted(Comparator.<String>comparingDouble(group -> groups.get(group).stream().mapToLong(Counted::wrong).sum()
                        / Math.max(1.0, groups.get(group).stream().mapToLong(Counted::chances).sum())).thenComparing(Comparator.naturalOrder()))
                .skip((large.isEmpty() ? groups.size() - 1 : large.size() - 1) / 2).findFirst();
    }

    /** @return one row a group, by name */
    public static List<Row> byGroup(List<Counted> items, String reference, Bootstrap bootstrap, int smallest) {
        Map<String, List<Counted>> groups = byName(items);
        int referenceItems = groups.getOrDefault(reference, List.of()).size();
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, members) -> {
            long chances = members.stream().mapToLong(Counted::chances).sum();
            long wrong = members.stream().mapToLong(Counted::wrong).sum();
            if (members.size() < smallest) {
                Estimate few = Estimate.undefined("only " + members.size() + " items; fewer than " + smallest + " say nothing", members.size());
                rows.add(new Row(group, members.size(), chances, wrong, few, few));
                return;
            }
            Estimate difference = group.equals(reference) ? Estimate.undefined("it is the reference group", members.size())
                    : referenceItems < smallest ? Estimate.undefined("the reference group has only " + referenceItems + " items", members.size())
                    : draw(items, bootstrap, places -> rate(items, group, places).minus(rate(items, reference, places)));
            rows.add(new Row(group, members.size(), chances, wrong, draw(items, bootstrap, places -> rate(items, group, places)), difference));
        });
        return rows;
    }

    private static Map<String, List<Counted>> byName(List<Counted> items) {
        Map<String, List<Counted>> groups = new TreeMap<>();
        items.forEach(item -> groups.computeIfAbsent(item.group(), g -> new ArrayList<>()).add(item));
        return groups;
    }

    private static Estimate draw(List<Counted> items, Bootstrap bootstrap, java.util.function.Function<int[], Figure> statistic) {
        return bootstrap.ofGroups(items.size(), place -> items.get(place).cluster(), statistic);
    }

    private static Figure rate(List<Counted> items, String group, int[] places) {
        long chances = 0;
        long wrong = 0;
        for (int place : places) {
            Counted item = items.get(place);
            if (item.group().equals(group)) {
                chances += item.chances();
                wrong += item.wrong();
            }
        }
        return chances == 0 ? Figure.undefined("there is nothing to count") : Figure.of((double) wrong / chances);
    }

    /** For JSON, by group. */
    public static Map<String, Object> json(List<Row> rows) {
        Map<String, Object> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.put(row.group(), Map.of("n", row.items(), "chances", row.chances(), "wrong", row.wrong(),
                    "false_positive_rate", row.rate().json(), "difference", row.difference().json()));
        }
        return groups;
    }
}
