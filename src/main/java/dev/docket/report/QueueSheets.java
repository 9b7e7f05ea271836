package dev.docket.report;

import dev.docket.metrics.Proportions;
import dev.docket.policy.PolicyPack;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What waits, what came in and was decided, what was left, what spread, what fell on appeal: of the queue, never of a person. */
final class QueueSheets {
    private QueueSheets() {}

    static Sheet backlog(Gathered all) {
        List<List<Cell>> rows = all.backlog.stream().map(each -> List.of(new Cell.Words(each.severity()), new Cell.Count(each.waiting()), new Cell.Count(each.held()),
                span(each.oldest()), span(each.nearest()), new Cell.Count(each.soon()), new Cell.Count(each.overdue()))).toList();
        return new Sheet(Sheet.Kind.BACKLOG, List.of(Sheet.column("severity", Type.WORDS), Sheet.column("waiting", Type.COUNT), Sheet.column("held", Type.COUNT), Sheet.column("oldest", Type.SPAN),
                Sheet.column("nearest_clock", Type.SPAN), Sheet.column("due_within_hour", Type.COUNT), Sheet.column("overdue", Type.COUNT)), rows);
    }

    private static Cell span(Optional<java.time.Duration> time) {
        return time.<Cell>map(Cell.Span::new).orElseGet(Cell.None::new);
    }

    static Sheet throughput(Gathered all) {
        List<List<Cell>> rows = new ArrayList<>();
        all.arrived.forEach((day, arrived) -> rows.add(List.of(new Cell.Words(day.toString()), new Cell.Count(arrived), new Cell.Count(all.decided.getOrDefault(day, 0L)))));
        boolean none = rows.stream().allMatch(row -> row.get(1).equals(new Cell.Count(0)) && row.get(2).equals(new Cell.Count(0)));
        return new Sheet(Sheet.Kind.THROUGHPUT, List.of(Sheet.column("from_day", Type.WORDS), Sheet.column("arrived", Type.COUNT), Sheet.column("decided", Type.COUNT)), none ? List.of() : rows);
    }

    /** By the reason that was given. */
    static Sheet undecided(Gathered all) {
        List<List<Cell>> rows = all.left.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> List.<Cell>of(each.getKey().isEmpty() ? new Cell.Term("no_reason") : new Cell.Words(each.getKey().replace('_', ' ')), new Cell.Count(each.getValue()))).toList();
        return new Sheet(Sheet.Kind.UNDECIDED, List.of(Sheet.column("reason", Type.WORDS), Sheet.column("items", Type.COUNT)), rows);
    }

    static Sheet overturns(Gathered all, PolicyPack pack) {
        Map<String, long[]> labels = new TreeMap<>();
        all.hearings.forEach(hearing -> {
            long[] counts = labels.computeIfAbsent(hearing.label(), _ -> new long[2]);
            counts[0]++;
            counts[1] += hearing.overturned() ? 1 : 0;
        });
        List<List<Cell>> rows = new ArrayList<>();
        long fell = all.hearings.stream().filter(Gathered.Hearing::overturned).count();
        rows.add(heard(new Cell.Term("all_labels"), all.hearings.size(), fell));
        labels.forEach((label, counts) -> rows.add(heard(new Cell.Words(ErrorSheet.title(pack, label)), counts[0], counts[1])));
        return new Sheet(Sheet.Kind.OVERTURNS, List.of(Sheet.column("label", Type.WORDS), Sheet.column("heard", Type.COUNT), Sheet.column("overturned", Type.COUNT), Sheet.column("share", Type.RATE)), rows);
    }

    private static List<Cell> heard(Cell name, long heard, long fell) {
        return List.of(name, new Cell.Count(heard), new Cell.Count(fell), Cell.of(Proportions.rate(fell, heard, Sheet.LEVEL)));
    }

    static Sheet spread(Gathered all) {
        return new Sheet(Sheet.Kind.SPREAD, List.of(Sheet.column("what", Type.WORDS), Sheet.column("number", Type.COUNT)), List.of(
                List.of(new Cell.Term("propagated"), new Cell.Count(all.propagated)), List.of(new Cell.Term("reversed"), new Cell.Count(all.reversed)),
                List.of(new Cell.Term("halted"), new Cell.Count(all.halted))));
    }
}
