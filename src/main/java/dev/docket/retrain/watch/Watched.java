package dev.docket.retrain.watch;

import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a version at work.
 *
 * @param model {@code id@version}
 * @param items decided items it had scored before
 * @param overridden share of the items it flagged of which no flagged label stood, Wilson interval
 */
public record Watched(String model, int items, Reliability reliability, Estimate overridden, Moved drift) {
    /** Over this the scores are no probabilities. */
    static final double ECE_LIMIT = 0.05;

    /** Whether scores come true; intervals from drawing items. */
    public record Reliability(Estimate ece, Estimate brier, List<Calibration.Bin> bins) {}

    /** The last two windows against the first items it scored; empty while there are too few. */
    public record Moved(Optional<DriftWindow> before, Optional<DriftWindow> newest) {

        /** Two windows running, so that one odd day is none. */
        public boolean alarming() {
            return before.map(DriftWindow::drifted).orElse(false) && newest.map(DriftWindow::drifted).orElse(false);
        }
    }

    /** What a lead should look at, sentences; empty: nothing. */
    public List<String> alerts() {
        List<String> alerts = new ArrayList<>();
        if (drift.alarming()) {
            alerts.add("What " + model + " is shown has moved, two windows running: look at what came in, and train anew if it is here to stay");
        }
        reliability.ece().interval().filter(interval -> interval.low() > ECE_LIMIT).ifPresent(interval ->
                alerts.add("Scores of " + model + " do not come true: calibration error " + reliability.ece().text() + ", over " + ECE_LIMIT));
        overridden.interval().filter(interval -> interval.low() > 0.5).ifPresent(interval ->
                alerts.add("Most flags of " + model + " are overridden: " + overridden.text() + " of " + overridden.n()));
        return alerts;
    }

    public Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("items", items);
        fields.put("ece", reliability.ece().json());
        fields.put("brier", reliability.brier().json());
        fields.put("bins", reliability.bins());
        fields.put("override_rate", overridden.json());
        fields.put("recall", UNKNOWN_RECALL);
        fields.put("drift_before", drift.before().<Object>map(DriftWindow::json).orElse(TOO_FEW));
        fields.put("drift", drift.newest().<Object>map(DriftWindow::json).orElse(TOO_FEW));
        fields.put("alerts", alerts());
        return fields;
    }

    /** Verdicts are of flagged items alone: without items drawn at random there is no telling what was missed. */
    public static final Figure UNKNOWN_RECALL = Figure.undefined("no items are drawn at random for review yet, so that nobody knows what was never flagged");
    private static final Figure TOO_FEW = Figure.undefined("fewer than three windows of " + ModelWatch.FEWEST + " items were scored");
}
