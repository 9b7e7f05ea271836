package dev.docket.report;

import dev.docket.metrics.Estimate;
import java.util.List;

/**
 * What a lead looks at: a few headline figures, and the sheets behind everything else.
 *
 * @param decided decisions that stand
 * @param unsure first looks that were marked unsure
 * @param overturned hearings of appeals that came to something else
 * @param doubles items that two people judged without knowing of one another
 * @param people how many decided anything; under five there is no aggregate of what they saw
 */
public record QualityFigures(Period period, long waiting, long held, long soon, long overdue, long decided, Estimate unsure, Estimate overturned, long halted, long doubles, int people, List<Sheet> sheets) {
    public QualityFigures {
        sheets = List.copyOf(sheets);
    }

    public Sheet sheet(Sheet.Kind kind) {
        return sheets.stream().filter(sheet -> sheet.kind() == kind).findFirst().orElseThrow();
    }

    /** Whether nothing waits and nothing was decided. */
    public boolean isEmpty() {
        return waiting + held + decided == 0;
    }
}
