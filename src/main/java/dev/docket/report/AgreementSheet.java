package dev.docket.report;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Rating;
import dev.docket.metrics.agreement.AgreementReport;
import dev.docket.metrics.agreement.Level;
import dev.docket.metrics.agreement.RatingsReader;
import dev.docket.metrics.agreement.Weights;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How far people agree who judged the same item without knowing of one another: over all labels, then label by label, found or not. Of an item the
 * first two findings count, so that Fleiss' kappa is defined. A label is told of when it was found on {@link Sheet#LEAST} of the items or more.
 */
final class AgreementSheet {
    private static final List<String> FIGURES = List.of("percent", "fleiss_kappa", "gwet_ac1", "krippendorff_alpha");

    private AgreementSheet() {}

    static Sheet of(Gathered all, PolicyPack pack, Progress progress) {
        List<Reviewed> twice = twice(all);
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(new Cell.Term("all_labels"), figures(twice, label -> label), twice.size()));
        for (PolicyPack.Label label : pack.labels()) {
            progress.stopIfCancelled();
            long found = twice.stream().filter(item -> pair(item).stream().anyMatch(vote -> vote.label().equals(label.id()))).count();
            if (found > 0) {
                rows.add(row(new Cell.Words(label.shortTitle()), found < Sheet.LEAST ? Map.of() : figures(twice, each -> Boolean.toString(each.equals(label.id()))), found));
            }
        }
        return new Sheet(Sheet.Kind.AGREEMENT, List.of(Sheet.column("label", Type.WORDS), Sheet.column("items", Type.COUNT), Sheet.column("percent", Type.RATE),
                Sheet.column("fleiss_kappa", Type.INDEX), Sheet.column("gwet_ac1", Type.INDEX), Sheet.column("krippendorff_alpha", Type.INDEX)), rows);
    }

    /** Agreement over all labels, by the name of the figure; the same as {@code docket metrics agreement} says of these pairs. */
    static Map<String, Estimate> overall(Gathered all) {
        return figures(twice(all), label -> label);
    }

    private static List<Reviewed> twice(Gathered all) {
        return all.reviewed.stream().filter(item -> item.isDouble() && all.holds(item.independent().get(1).at())).toList();
    }

    private static List<Vote> pair(Reviewed item) {
        return item.independent().subList(0, 2);
    }

    private static Map<String, Estimate> figures(List<Reviewed> items, UnaryOperator<String> value) {
        List<Rating> ratings = items.stream().flatMap(item -> pair(item).stream()
                .map(vote -> new Rating(item.item().toString(), vote.person().toString(), value.apply(vote.label())))).toList();
        return AgreementReport.of(RatingsReader.of(ratings), Level.NOMINAL, Weights.NONE, Bootstrap.DEFAULT).figures();
    }

    private static List<Cell> row(Cell name, Map<String, Estimate> figures, long items) {
        List<Cell> row = new ArrayList<>(List.of(name, new Cell.Count(items)));
        FIGURES.forEach(figure -> row.add(figures.isEmpty() ? new Cell.TooFew(items) : Cell.of(figures.get(figure))));
        return row;
    }
}
