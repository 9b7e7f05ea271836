package dev.docket.tour;

import dev.docket.tour.TourReport.CurvePoint;
import dev.docket.tour.TourReport.SourceRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tour's figures as a few lines for the console. */
final class TourSummary {
    private TourSummary() {}

    static List<String> lines(TourReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.admitted() + " images admitted, " + report.refused().size() + " refused");
        lines.add("Held-out mean average precision by verdicts (95 % interval):");
        for (CurvePoint point : report.curve()) {
            lines.add(String.format(Locale.ROOT, "  %4d  %.3f  [%.3f, %.3f]", point.verdicts(), point.meanAp(), point.low(), point.high()));
        }
        lines.add(String.format(Locale.ROOT, "  rise  %+.3f", report.gain()));
        lines.add("Wrong flags of the scores that came with the items, by source:");
        for (SourceRate rate : report.sources()) {
            lines.add(String.format(Locale.ROOT, "  %-14s %3d of %3d  %.3f  [%.3f, %.3f]  against %s: %s%s",
                    rate.source(), rate.wrong(), rate.chances(), rate.rate(), rate.low(), rate.high(), rate.reference(), rate.difference(), rate.differs() ? "  differs" : ""));
        }
        report.facts().forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
        return lines;
    }
}
