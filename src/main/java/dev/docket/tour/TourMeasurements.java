package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.item.ImageItem;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.metrics.WrongFlags;
import dev.docket.progress.Progress;
import dev.docket.retrain.KnownTruthCurve;
import dev.docket.retrain.LearningCurve;
import dev.docket.retrain.SourceRates;
import dev.docket.tour.TourReport.CurvePoint;
import dev.docket.tour.TourReport.SourceRate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the tour measures: learning against the samples' truth, which a real desk does not have, and wrong flags by source. */
record TourMeasurements(List<CurvePoint> curve, String curveStart, List<SourceRate> sources) {
    private static final int STEPS = 5;
    /** The scores that carry the planted bias. */
    private static final String FED = "sample-vendor";

    static TourMeasurements of(Desk desk, SampleTruth truth, int verdicts) {
        List<Integer> counts = IntStream.rangeClosed(0, STEPS).mapToObj(step -> verdicts * step / STEPS).distinct().toList();
        KnownTruthCurve.Curve curve = desk.knownTruthCurve.measure(labels(desk, truth), counts, Progress.NONE);
        String start = "the scores of " + curve.startsFrom() + ", which stand before any verdict; measured on " + curve.heldOut()
                + " items that never train. The scores that came with the items (" + curve.fedIs() + ") reach " + curve.fed().text() + ".";
        return new TourMeasurements(curve.points().stream().map(TourMeasurements::point).toList(), start, sources(desk));
    }

    private static Map<UUID, String> labels(Desk desk, SampleTruth truth) {
        return desk.database.inTransaction(tx -> {
            Map<UUID, String> labels = new HashMap<>();
            for (UUID id : desk.items.ids(tx)) {
                ImageItem item = desk.items.find(tx, id).orElseThrow();
                truth.label(item.source().externalId()).ifPresent(label -> labels.put(id, label));
            }
            return labels;
        });
    }

    private static CurvePoint point(LearningCurve.Point point) {
        Estimate mean = point.meanPrecision();
        return new CurvePoint(point.verdicts(), value(mean), low(mean), high(mean));
    }

    private static List<SourceRate> sources(Desk desk) {
        try {
            DecisionSet set = desk.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
            return SourceRates.of(set, desk.policy.pack(), Bootstrap.DEFAULT).stream().filter(rates -> rates.scorer().startsWith(FED + "@"))
                    .flatMap(rates -> rates.rows().stream().map(row -> rate(row, rates.reference()))).toList();
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
    }

    private static SourceRate rate(WrongFlags.Row row, String reference) {
        return new SourceRate(row.group(), row.items(), row.chances(), row.wrong(), value(row.rate()), low(row.rate()), high(row.rate()),
                reference, row.difference().text(), row.differs());
    }

    static double value(Estimate estimate) {
        return estimate.figure() instanceof Figure.Value value ? value.value() : Double.NaN;
    }

    private static double low(Estimate estimate) {
        return estimate.interval().map(Interval::low).orElse(Double.NaN);
    }

    private static double high(Estimate estimate) {
        return estimate.interval().map(Interval::high).orElse(Double.NaN);
    }
}
