package dev.docket.report;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.policy.PolicyPack;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which labels are found, and whether that has changed: against the days before, and with a new policy. */
final class MixSheets {
    private MixSheets() {}

    /** Of decisions that stand, against as many days before. */
    static Sheet mix(Gathered all) {
        long now = sum(all.labels);
        long then = sum(all.labelsBefore);
        Map<String, Long> titles = new LinkedHashMap<>(all.labels);
        new TreeMap<>(all.labelsBefore).keySet().forEach(title -> titles.putIfAbsent(title, 0L));
        List<List<Cell>> rows = new ArrayList<>();
        titles.forEach((title, count) -> {
            long before = all.labelsBefore.getOrDefault(title, 0L);
            rows.add(List.of(new Cell.Words(title), new Cell.Count(count), Cell.of(Proportions.rate(count, now, Sheet.LEVEL)), Cell.of(Proportions.rate(before, then, Sheet.LEVEL)),
                    difference(count, now, before, then)));
        });
        return new Sheet(Sheet.Kind.MIX, List.of(Sheet.column("label", Type.WORDS), Sheet.column("decisions", Type.COUNT), Sheet.column("share", Type.RATE), Sheet.column("share_before", Type.RATE),
                Sheet.column("difference", Type.DIFFERENCE)), rows);
    }

    /**
     * First looks under the policy in force longest ago and last of those under which there were enough: shares of labels, of unsure ones, and
     * of second looks that found otherwise. What differs may be the policy's doing, or the pictures'.
     */
    static Sheet packs(Gathered all, PolicyPack pack) {
        Map<String, List<Reviewed>> byPack = new TreeMap<>();
        all.first().forEach(item -> byPack.computeIfAbsent(item.first().orElseThrow().pack(), _ -> new ArrayList<>()).add(item));
        List<String> versions = byPack.entrySet().stream().filter(each -> each.getValue().size() >= Sheet.LEAST)
                .sorted(Comparator.comparing(each -> each.getValue().stream().map(item -> item.first().orElseThrow().at()).max(Comparator.naturalOrder()).orElseThrow())).map(Map.Entry::getKey).toList();
        List<List<Cell>> rows = new ArrayList<>();
        if (versions.size() > 1) {
            List<Reviewed> before = byPack.get(versions.get(versions.size() - 2));
            List<Reviewed> after = byPack.get(versions.getLast());
            rows.add(List.of(new Cell.Term("policy"), new Cell.Words(versions.get(versions.size() - 2)), new Cell.Words(versions.getLast()), new Cell.None()));
            rows.add(compared(new Cell.Term("unsure"), before, after, item -> true, item -> !item.first().orElseThrow().sure()));
            rows.add(compared(new Cell.Term("second_look_differs"), before, after, Reviewed::isDouble, item -> !item.independent().get(0).label().equals(item.independent().get(1).label())));
            Set<String> labels = new TreeSet<>();
            before.forEach(item -> labels.add(item.first().orElseThrow().label()));
            after.forEach(item -> labels.add(item.first().orElseThrow().label()));
            labels.forEach(label -> rows.add(compared(new Cell.Words(ErrorSheet.title(pack, label)), before, after, item -> true, item -> item.first().orElseThrow().label().equals(label))));
        }
        return new Sheet(Sheet.Kind.PACKS, List.of(Sheet.column("what", Type.WORDS), Sheet.column("before", Type.RATE), Sheet.column("after", Type.RATE), Sheet.column("difference", Type.DIFFERENCE)), rows);
    }

    private static List<Cell> compared(Cell name, List<Reviewed> before, List<Reviewed> after, java.util.function.Predicate<Reviewed> of, java.util.function.Predicate<Reviewed> counted) {
        long[] n = {before.stream().filter(of).count(), after.stream().filter(of).count()};
        long[] k = {before.stream().filter(of.and(counted)).count(), after.stream().filter(of.and(counted)).count()};
        return List.of(name, Cell.of(Proportions.rate(k[0], n[0], Sheet.LEVEL)), Cell.of(Proportions.rate(k[1], n[1], Sheet.LEVEL)), difference(k[1], n[1], k[0], n[0]));
    }

    static Cell difference(long count, long of, long before, long ofBefore) {
        long fewest = Math.min(of, ofBefore);
        Estimate difference = Proportions.difference(count, of, before, ofBefore, Sheet.LEVEL);
        return fewest < Sheet.LEAST ? new Cell.TooFew(fewest) : Cell.of(difference);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
