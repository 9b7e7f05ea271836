package dev.docket.report;

import dev.docket.metrics.Normal;
import dev.docket.metrics.Proportions;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether scores of what came in moved against as many days before, by model version and its label: the share at the threshold or over it, and whether
 * the scores lie differently over the tenths of 0..1 than chance explains (Pearson's chi-squared of homogeneity at 1 %, divided by the number of
 * comparisons; tenths in which fewer than 5 are expected are put together). What moved may be the pictures, their sources or the model.
 */
final class DriftSheet {
    private static final double LEVEL = 0.01;
    private static final double EXPECTED = 5;

    private DriftSheet() {}

    static Sheet of(Gathered all) {
        Map<List<String>, long[][]> series = new TreeMap<>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)));
        for (Scored each : all.scored) {
            long[][] counts = series.computeIfAbsent(List.of(each.model(), each.label()), _ -> new long[4][Scored.TENTHS]);
            counts[each.recent() ? 1 : 0][each.tenth()] += each.items();
            counts[each.recent() ? 3 : 2][each.tenth()] += each.over();
        }
        List<List<Cell>> rows = new ArrayList<>();
        series.forEach((name, counts) -> {
            long before = sum(counts[0]);
            long now = sum(counts[1]);
            rows.add(List.of(new Cell.Words(name.get(0)), new Cell.Words(name.get(1)), new Cell.Count(now), Cell.of(Proportions.rate(sum(counts[3]), now, Sheet.LEVEL)),
                    Cell.of(Proportions.rate(sum(counts[2]), before, Sheet.LEVEL)), MixSheets.difference(sum(counts[3]), now, sum(counts[2]), before),
                    Math.min(before, now) < Sheet.LEAST ? new Cell.TooFew(Math.min(before, now)) : new Cell.Term(moved(counts[0], counts[1], series.size()) ? "moved" : "not_moved")));
        });
        return new Sheet(Sheet.Kind.DRIFT, List.of(Sheet.column("model", Type.WORDS), Sheet.column("label", Type.WORDS), Sheet.column("scored", Type.COUNT), Sheet.column("share", Type.RATE),
                Sheet.column("share_before", Type.RATE), Sheet.column("difference", Type.DIFFERENCE), Sheet.column("spread_of_scores", Type.WORDS)), rows);
    }

    /** @param comparisons that are made beside one another, itself included */
    static boolean moved(long[] before, long[] now, int comparisons) {
        double all = sum(before) + sum(now);
        double share = Math.min(sum(before), sum(now)) / all;
        double statistic = 0;
        int groups = 0;
        long was = 0;
        long is = 0;
        for (int tenth = 0; tenth < before.length; tenth++) {
            was += before[tenth];
            is += now[tenth];
            long left = 0;
            for (int later = tenth + 1; later < before.length; later++) {
                left += before[later] + now[later];
            }
            boolean last = tenth == before.length - 1;
            if (last ? was + is > 0 : (was + is) * share >= EXPECTED && left * share >= EXPECTED) {
                double expectedWas = (was + is) * sum(before) / all;
                double expectedIs = (was + is) * sum(now) / all;
                statistic += (was - expectedWas) * (was - expectedWas) / expectedWas + (is - expectedIs) * (is - expectedIs) / expectedIs;
                groups++;
                was = 0;
                is = 0;
            }
        }
        return groups > 1 && statistic > quantile(1 - LEVEL / comparisons, groups - 1);
    }

    /** Of chi-squared, after Wilson and Hilferty 1931; within 1 % of the true one at these levels. */
    static double quantile(double level, int freedom) {
        double part = 2.0 / (9 * freedom);
        double root = 1 - part + Normal.quantile(level) * Math.sqrt(part);
        return freedom * root * root * root;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
