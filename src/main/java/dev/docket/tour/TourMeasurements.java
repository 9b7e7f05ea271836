package dev.docket.tour;

import dev.docket.classify.ModelScore;
import dev.docket.desk.Desk;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.item.ImageItem;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.GroupRates;
import dev.docket.progress.Progress;
import dev.docket.retrain.LearningCurve;
import dev.docket.tour.TourReport.CurvePoint;
import dev.docket.tour.TourReport.SourceRate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the tour measures against the samples' truth, which a real desk does not have. */
record TourMeasurements(List<CurvePoint> curve, String curveStart, List<SourceRate> sources) {
    private static final int STEPS = 5;
    private static final String INNOCENT = "benign";
    private static final String FED = "sample-vendor";
    private static final double LEVEL = 0.95;
    /** Sources are small in the samples; the intervals tell how little that is. */
    private static final int SMALLEST_SOURCE = 10;

    static TourMeasurements of(Desk desk, SampleTruth truth, int verdicts) {
        return new TourMeasurements(curve(desk, truth, verdicts),
                "what the models in use before any verdict say of each label.", sources(desk, truth));
    }

    private static List<CurvePoint> curve(Desk desk, SampleTruth truth, int verdicts) {
        try {
            var set = desk.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
            List<Integer> counts = IntStream.rangeClosed(0, STEPS).mapToObj(step -> verdicts * step / STEPS).distinct().toList();
            return desk.truthCurve.measure(set, item -> truth.label(item.source().externalId()), counts, Progress.NONE)
                    .stream().map(TourMeasurements::point).toList();
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
    }

    private static CurvePoint point(LearningCurve.Point point) {
        Estimate mean = point.meanPrecision();
        return new CurvePoint(point.verdicts(), value(mean), low(mean), high(mean));
    }

    private static List<SourceRate> sources(Desk desk, SampleTruth truth) {
        List<GroupRates.Flagged> flagged = desk.database.inTransaction(tx -> {
            List<GroupRates.Flagged> all = new ArrayList<>();
            for (UUID id : desk.items.ids(tx)) {
                ImageItem item = desk.items.find(tx, id).orElseThrow();
                boolean flag = desk.scores.of(tx, id).stream().anyMatch(score -> score.model().equals(FED) && score.over());
                truth.label(item.source().externalId()).ifPresent(label ->
                        all.add(new GroupRates.Flagged(item.source().name(), !label.equals(INNOCENT), flag)));
            }
            return all;
        });
        String reference = GroupRates.largest(flagged).orElse("");
        return GroupRates.falsePositives(flagged, reference, LEVEL, SMALLEST_SOURCE).stream().map(row -> new SourceRate(
                row.group(), (int) row.innocent(), (int) row.wrong(), value(row.falsePositiveRate()),
                low(row.falsePositiveRate()), high(row.falsePositiveRate()))).toList();
    }

    static double value(Estimate estimate) {
        return estimate.figure() instanceof Figure.Value value ? value.value() : Double.NaN;
    }

    private static double low(Estimate estimate) {
        return estimate.interval().map(interval -> interval.low()).orElse(Double.NaN);
    }

    private static double high(Estimate estimate) {
        return estimate.interval().map(interval -> interval.high()).orElse(Double.NaN);
    }
}
