package dev.docket.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often innocent items are flagged, by group, against one group. Positive means flagged; an innocent item is one
 * whose truth is negative.
 */
public final class GroupRates {
    /** Groups with fewer innocent items are not computed: their rate would say nothing. */
    public static final int SMALLEST = 30;

    private GroupRates() {}

    /** One item's group, whether it deserved the flag and whether it got it. */
    public record Flagged(String group, boolean truth, boolean flag) {}

    /**
     * One group's row.
     *
     * @param innocent items that did not deserve the flag
     * @param wrong how many of them got it
     * @param falsePositiveRate wrong over innocent, Wilson interval
     * @param difference this rate less the reference group's, Newcombe interval; undefined for the reference itself
     */
    public record Row(String group, long innocent, long wrong, Estimate falsePositiveRate, Estimate difference) {

        /** Whether the difference's interval lies wholly on one side of 0. */
        public boolean differs() {
            return difference.interval().map(i -> !i.contains(0)).orElse(false);
        }
    }

    /** The largest group by innocent items, which is the reference when none is named. */
    public static Optional<String> largest(List<Flagged> items) {
        return count(items).entrySet().stream()
                .max(Comparator.<Map.Entry<String, long[]>>comparingLong(e -> e.getValue()[0]).thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** @param reference the group the others are held against; rows come in order of group name */
    public static List<Row> falsePositives(List<Flagged> items, String reference, double level) {
        return falsePositives(items, reference, level, SMALLEST);
    }

    /** @param smallest groups with fewer innocent items are undefined, with that reason */
    public static List<Row> falsePositives(List<Flagged> items, String reference, double level, int smallest) {
        Map<String, long[]> counts = count(items);
        long[] base = counts.getOrDefault(reference, new long[2]);
        List<Row> rows = new ArrayList<>();
        counts.forEach((group, count) -> rows.add(row(group, count, group.equals(reference), base, level, smallest)));
        return rows;
    }

    private static Row row(String group, long[] count, boolean isReference, long[] base, double level, int smallest) {
        long innocent = count[0];
        long wrong = count[1];
        if (innocent < smallest) {
            Estimate few = Estimate.undefined("only " + innocent + " innocent items; fewer than " + smallest + " say nothing", innocent);
            return new Row(group, innocent, wrong, few, few);
        }
        Estimate difference;
        if (isReference) {
            difference = Estimate.undefined("it is the reference group", innocent);
        } else if (base[0] < smallest) {
            difference = Estimate.undefined("the reference group has only " + base[0] + " innocent items", innocent);
        } else {
            difference = Proportions.difference(wrong, innocent, base[1], base[0], level);
        }
        return new Row(group, innocent, wrong, Proportions.rate(wrong, innocent, level), difference);
    }

    private static Map<String, long[]> count(List<Flagged> items) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Flagged item : items) {
            long[] count = counts.computeIfAbsent(item.group(), g -> new long[2]);
            if (!item.truth()) {
                count[0]++;
                count[1] += item.flag() ? 1 : 0;
            }
        }
        return counts;
    }
}
