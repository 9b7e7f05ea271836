package dev.docket.report;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import dev.docket.quality.Sample;
import dev.docket.quality.SampleRule;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often a second look that a rule drew found another label: rule by rule as it is, and for all decisions that could be drawn with each weighed by
 * the inverse of its inclusion probability, Σ(d/π) / Σ(1/π) (Horvitz and Thompson 1952, as a ratio after Hájek 1971), with a bootstrap interval. What
 * still waits is left out: that it waits does not hang on what was found.
 */
final class DrawnSheet {
    private DrawnSheet() {}

    static Sheet of(Gathered all) {
        List<List<Cell>> rows = new ArrayList<>();
        if (!all.drawn.isEmpty()) {
            List<Sample> seen = all.drawn.stream().filter(sample -> sample.second().isPresent()).toList();
            rows.add(row("all_weighed", all.drawn.size(), seen.size(), weighed(seen)));
            for (SampleRule rule : SampleRule.values()) {
                long drawn = all.drawn.stream().filter(sample -> sample.rule() == rule).count();
                List<Sample> of = seen.stream().filter(sample -> sample.rule() == rule).toList();
                if (drawn > 0) {
                    rows.add(row(rule.name().toLowerCase(Locale.ROOT), drawn, of.size(), Proportions.rate(of.stream().filter(DrawnSheet::differs).count(), of.size(), Sheet.LEVEL)));
                }
            }
        }
        return new Sheet(Sheet.Kind.DRAWN, List.of(Sheet.column("rule", Type.WORDS), Sheet.column("drawn", Type.COUNT), Sheet.column("second_looks", Type.COUNT),
                Sheet.column("other_label_found", Type.RATE)), rows);
    }

    /** Of all decisions that could be drawn, the share on which a second look finds another label. */
    static Estimate weighed(List<Sample> seen) {
        return seen.isEmpty() ? Estimate.undefined("there is nothing to count", 0) : Bootstrap.DEFAULT.of(seen.size(), places -> {
            double differing = 0;
            double all = 0;
            for (int place : places) {
                double weight = 1 / seen.get(place).probability();
                all += weight;
                differing += differs(seen.get(place)) ? weight : 0;
            }
            return Figure.of(differing / all);
        });
    }

    private static boolean differs(Sample sample) {
        return sample.differs().orElseThrow();
    }

    private static List<Cell> row(String name, long drawn, long seen, Estimate differing) {
        return List.of(new Cell.Term(name), new Cell.Count(drawn), new Cell.Count(seen), Cell.of(differing));
    }
}
