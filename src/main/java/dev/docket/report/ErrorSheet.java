package dev.docket.report;

import dev.docket.metrics.ErrorTypes;
import dev.docket.metrics.ErrorTypes.Judged;
import dev.docket.metrics.ErrorTypes.Type;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.report.Sheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The four errors of first looks, held against what second looks came to: where both agree that, where they differ what was settled. What is
 * still disputed is left out.
 */
final class ErrorSheet {
    private ErrorSheet() {}

    static Sheet of(Gathered all, PolicyPack pack) {
        List<Judged> judged = all.reviewed.stream().filter(item -> item.isDouble() && item.deciding().isPresent() && all.holds(item.deciding().get().at()))
                .map(item -> judged(item.first().orElseThrow(), item.deciding().orElseThrow(), pack)).toList();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(new Cell.Term("all_labels"), judged.size(), ErrorTypes.of(judged, Sheet.LEVEL)));
        ErrorTypes.byLabel(judged, Sheet.LEVEL).forEach((label, rates) -> rows.add(row(new Cell.Words(title(pack, label)),
                judged.stream().filter(each -> each.truth().equals(Optional.of(label))).count(), rates)));
        return new Sheet(Sheet.Kind.ERRORS, List.of(Sheet.column("label", Sheet.Type.WORDS), Sheet.column("checked", Sheet.Type.COUNT), Sheet.column("false_positive", Sheet.Type.RATE),
                Sheet.column("false_negative", Sheet.Type.RATE), Sheet.column("wrong_selection", Sheet.Type.RATE), Sheet.column("technical_error", Sheet.Type.RATE)), rows);
    }

    /** What was found on golden items. A golden item's answer is a label alone: the action is not judged. */
    static Sheet golden(Gathered all, PolicyPack pack) {
        List<Judged> judged = all.golden.stream().map(answer -> new Judged(answer.positive() ? Optional.of(answer.expected()) : Optional.empty(), wrong(answer.given(), pack), true)).toList();
        List<List<Cell>> rows = new ArrayList<>();
        if (!judged.isEmpty()) {
            rows.add(goldenRow(new Cell.Term("all_labels"), judged));
            Map<String, List<Judged>> byTruth = new TreeMap<>();
            judged.forEach(each -> each.truth().ifPresent(label -> byTruth.computeIfAbsent(label, _ -> new ArrayList<>()).add(each)));
            byTruth.forEach((label, each) -> rows.add(goldenRow(new Cell.Words(title(pack, label)), each)));
        }
        return new Sheet(Sheet.Kind.GOLDEN, List.of(Sheet.column("label", Sheet.Type.WORDS), Sheet.column("answers", Sheet.Type.COUNT), Sheet.column("right", Sheet.Type.RATE),
                Sheet.column("false_positive", Sheet.Type.RATE), Sheet.column("false_negative", Sheet.Type.RATE), Sheet.column("wrong_selection", Sheet.Type.RATE)), rows);
    }

    private static List<Cell> goldenRow(Cell name, List<Judged> judged) {
        Map<Type, Estimate> rates = ErrorTypes.of(judged, Sheet.LEVEL);
        long right = judged.stream().filter(each -> each.error().isEmpty()).count();
        return List.of(name, new Cell.Count(judged.size()), Cell.of(Proportions.rate(right, judged.size(), Sheet.LEVEL)), Cell.of(rates.get(Type.FALSE_POSITIVE)),
                Cell.of(rates.get(Type.FALSE_NEGATIVE)), Cell.of(rates.get(Type.WRONG_SELECTION)));
    }

    private static List<Cell> row(Cell name, long checked, Map<Type, Estimate> rates) {
        List<Cell> row = new ArrayList<>(List.of(name, new Cell.Count(checked)));
        List.of(Type.FALSE_POSITIVE, Type.FALSE_NEGATIVE, Type.WRONG_SELECTION, Type.TECHNICAL_ERROR).forEach(type -> row.add(Cell.of(rates.get(type))));
        return row;
    }

    private static Judged judged(Vote vote, Vote truth, PolicyPack pack) {
        return new Judged(wrong(truth.label(), pack), wrong(vote.label(), pack), vote.action().equals(truth.action()));
    }

    /** Empty for a label that says that nothing is wrong. */
    static Optional<String> wrong(String label, PolicyPack pack) {
        return isHarmless(label, pack) ? Optional.empty() : Optional.of(label);
    }

    static boolean isHarmless(String label, PolicyPack pack) {
        return pack.find(label).filter(known -> known.severity() == Severity.S0).isPresent();
    }

    /** As rows name it; one that this pack does not know by its id. */
    static String title(PolicyPack pack, String label) {
        return pack.find(label).map(PolicyPack.Label::shortTitle).orElse(label);
    }
}
