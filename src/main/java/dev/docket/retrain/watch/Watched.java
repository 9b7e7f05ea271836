package dev.docket.retrain.watch;

import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import java.time.LocalDate;
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
 * @param recall share of the items with a label it looks for that it flags for one, from items drawn at random; undefined without such
 * @param history by week of the decision, oldest first
 */
public record Watched(String model, int items, Reliability reliability, Estimate overridden, Estimate recall, Moved drift, List<Week> history) {
    /** Over this the scores are no probabilities. */
    static final double ECE_LIMIT = 0.05;

    /** What there is to look at. */
    public enum Cause { DRIFT, CALIBRATION, OVERRIDES }

    /** @param sentence for the command line and the log */
    public record Alert(Cause cause, String sentence) {}

    /**
     * A week, UTC.
     *
     * @param monday its first day
     * @param ece undefined where too few were decided
     */
    public record Week(LocalDate monday, int items, Estimate overridden, Figure ece) {}

    /** Whether scores come true; intervals from drawing items. */
    public record Reliability(Estimate ece, Estimate brier, List<Calibration.Bin> bins) {}

    /** The last two windows against the first items it scored; empty while there are too few. */
    public record Moved(Optional<DriftWindow> before, Optional<DriftWindow> newest) {

        /** Two windows running, so that one odd day is none. */
        public boolean alarming() {
            return before.map(DriftWindow::drifted).orElse(false) && newest.map(DriftWindow::drifted).orElse(false);
        }
    }

    /** What a lead should look at; empty: nothing. */
    public List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        if (drift.alarming()) {
            alerts.add(new Alert(Cause.DRIFT, "What " + model + " is shown has moved, two windows running: look at what came in, and train anew if it is here to stay"));
        }
        reliability.ece().interval().filter(interval -> interval.low() > ECE_LIMIT).ifPresent(interval ->
                alerts.add(new Alert(Cause.CALIBRATION, "Scores of " + model + " do not come true: calibration error " + reliability.ece().text() + ", over " + ECE_LIMIT)));
        overridden.interval().filter(interval -> interval.low() > 0.5).ifPresent(interval ->
                alerts.add(new Alert(Cause.OVERRIDES, "Most flags of " + model + " are overridden: " + overridden.text() + " of " + overridden.n())));
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
        fields.put("recall", recall.json());
        fields.put("drift_before", drift.before().<Object>map(DriftWindow::json).orElse(TOO_FEW));
        fields.put("drift", drift.newest().<Object>map(DriftWindow::json).orElse(TOO_FEW));
        fields.put("history", history.stream().map(week -> Map.of("week", week.monday().toString(), "items", week.items(), "override_rate", week.overridden().json(), "ece", week.ece())).toList());
        fields.put("alerts", alerts().stream().map(Alert::sentence).toList());
        return fields;
    }

    private static final Figure TOO_FEW = Figure.undefined("fewer than three windows of " + ModelWatch.FEWEST + " items were scored");
}
