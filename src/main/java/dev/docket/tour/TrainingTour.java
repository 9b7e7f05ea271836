package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.retrain.Evaluation;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.TrainingReport;
import dev.docket.settings.Settings;
import dev.docket.tour.TourReport.Fact;
import dev.docket.ui.models.ModelBench.Entry;
import dev.docket.ui.models.ModelsViewModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Trains and promotes on the models screen, which scores the queue anew. */
final class TrainingTour {
    private final TourScreens screens;
    private final Desk desk;
    private final ModelsViewModel model;
    private final List<Fact> facts = new ArrayList<>();
    private Optional<Evaluation> evaluation = Optional.empty();

    TrainingTour(TourScreens screens, Desk desk) {
        this.screens = screens;
        this.desk = desk;
        this.model = screens.window().screens().models().model();
    }

    void trainAndPromote() throws IOException {
        screens.show("models");
        screens.fire("#train");
        screens.fire("#goTrain");
        screens.await("the training run", () -> !model.busyProperty().get() && (trained() || model.noticeProperty().get().warning()));
        if (!screens.ask(this::trained)) {
            facts.add(new Fact("Not trained", screens.ask(() -> model.noticeProperty().get().words())));
            return;
        }
        screens.settle();
        screens.picture("7-models-candidate", "Models: a candidate against what is in use");
        Entry candidate = screens.ask(() -> model.selectedProperty().get());
        TrainingReport report = candidate.report().orElseThrow();
        evaluation = Optional.of(report.evaluation());
        facts.add(new Fact("Trained", candidate.version().name() + " from " + report.trainedOn() + " verdicts; sha256 " + candidate.version().sha256().hex()));
        promote(candidate.version());
    }

    private boolean trained() {
        Entry selected = model.selectedProperty().get();
        return selected != null && selected.version().id().equals(RetrainingRun.ID);
    }

    /** Where the gate has not passed, a lead has to say why; the tour says that it is one. */
    private void promote(ModelVersion candidate) throws IOException {
        boolean despite = screens.ask(model::needsReason);
        if (despite) {
            screens.tell(() -> model.promote(Optional.of("A tour of the sample data")));
        } else {
            screens.fire("#promote");
        }
        screens.await("the promotion", () -> !model.busyProperty().get() && active(candidate));
        screens.settle();
        screens.theme(Settings.Theme.DARK);
        screens.picture("8-models-active-dark", "Models: promoted, dark");
        screens.theme(Settings.Theme.LIGHT);
        facts.add(new Fact("Promoted", despite ? "despite the gate, with a reason given" : "the gate was passed"));
        facts.add(new Fact("Then", screens.ask(() -> model.noticeProperty().get().words())));
        if (desk.models.names().stream().noneMatch(candidate.name()::equals)) {
            throw new IllegalStateException(candidate.name() + " was promoted but is not in use");
        }
    }

    private boolean active(ModelVersion candidate) {
        return model.readingProperty().get().entries().stream()
                .anyMatch(entry -> entry.version().name().equals(candidate.name()) && entry.version().stage() == Stage.ACTIVE);
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

    private Map<String, Double> rows(ToDoubleFunction<Evaluation.LabelRow> value) {
        Map<String, Double> rows = new LinkedHashMap<>();
        evaluation.ifPresent(found -> found.labels().forEach(row -> rows.put(row.label(), value.applyAsDouble(row))));
        return rows;
    }
}
