package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.Evaluation;
import dev.docket.retrain.GateNotPassedException;
import dev.docket.retrain.Rescoring;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.TooFewVerdictsException;
import dev.docket.tour.TourReport.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains, promotes and scores the queue anew. */
final class TrainingTour {
    private final TourScreens screens;
    private final Desk desk;
    private final List<Fact> facts = new ArrayList<>();
    private Optional<Evaluation> evaluation = Optional.empty();

    TrainingTour(TourScreens screens, Desk desk) {
        this.screens = screens;
        this.desk = desk;
    }

    void trainAndPromote() {
        try {
            RetrainingRun.Outcome outcome = desk.retraining.run(Progress.NONE);
            evaluation = Optional.of(outcome.report().evaluation());
            ModelVersion candidate = outcome.candidate();
            facts.add(new Fact("Trained", candidate.name() + " from " + outcome.report().trainedOn() + " verdicts; sha256 " + candidate.sha256().hex()));
            promote(candidate);
            Rescoring.Outcome again = desk.rescoring.run(Progress.NONE);
            facts.add(new Fact("Scored anew", again.items() + " waiting items, " + again.moved() + " of them moved in the queue"));
        } catch (TooFewVerdictsException e) {
            facts.add(new Fact("Not trained", e.getMessage()));
        }
    }

    private void promote(ModelVersion candidate) {
        try {
            desk.promotion.promote(candidate, desk.self, Optional.empty());
            facts.add(new Fact("Promoted", "the gate was passed"));
        } catch (GateNotPassedException e) {
            try {
                desk.promotion.promote(candidate, desk.self, Optional.of("Tour of the sample data"));
                facts.add(new Fact("Promoted", "despite the gate: " + e.getMessage()));
            } catch (GateNotPassedException again) {
                throw new IllegalStateException("A reason was given", again);
            }
        }
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    Map<String, Double> before() {
        return rows(row -> TourMeasurements.value(row.before()));
    }

    Map<String, Double> after() {
        return rows(row -> TourMeasurements.value(row.after()));
    }

    private Map<String, Double> rows(java.util.function.ToDoubleFunction<Evaluation.LabelRow> value) {
        Map<String, Double> rows = new LinkedHashMap<>();
        evaluation.ifPresent(found -> found.labels().forEach(row -> rows.put(row.label(), value.applyAsDouble(row))));
        return rows;
    }
}
