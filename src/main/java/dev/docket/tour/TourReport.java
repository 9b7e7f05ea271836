package dev.docket.tour;

import java.util.List;
import java.util.Map;

/**
 * What a tour saw, for the page it leaves.
 *
 * @param admitted items admitted
 * @param refused files refused, each a sentence
 * @param curve held-out mean average precision by number of verdicts
 * @param curveStart what the first point of the curve is measured on, a sentence
 * @param before average precision by policy label before training, on held-out items
 * @param after the same after it
 * @param sources wrong flags of the scores that came with the items, by source
 * @param pictures of the screens, in the order they were taken
 * @param facts further lines: name and value
 */
record TourReport(
        long admitted, List<String> refused, List<CurvePoint> curve, String curveStart,
        Map<String, Double> before, Map<String, Double> after, List<SourceRate> sources,
        List<Picture> pictures, List<Fact> facts) {

    /** Mean average precision after so many verdicts, with its 95 % interval. */
    record CurvePoint(int verdicts, double meanAp, double low, double high) {}

    /**
     * How often the scores that came with a source's items flag a label the reviewer did not find.
     *
     * @param items decided items of the source
     * @param chances labels they could have been wrongly flagged for
     * @param rate wrong over chances, 0..1, with its 95 % interval
     * @param reference the source it is held against
     * @param difference against the reference, in words; {@code n/a} for the reference itself
     * @param differs whether the difference's interval excludes 0
     */
    record SourceRate(String source, int items, long chances, long wrong, double rate, double low, double high, String reference, String difference, boolean differs) {}

    /** A picture's file name in the tour's folder and what it shows. */
    record Picture(String file, String title) {}

    record Fact(String name, String value) {}

    /** Last point less first point of the curve; 0 when there is no curve. */
    double gain() {
        return curve.isEmpty() ? 0 : curve.getLast().meanAp() - curve.getFirst().meanAp();
    }
}
