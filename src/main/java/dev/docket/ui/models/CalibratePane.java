package dev.docket.ui.models;

import dev.docket.classify.CalibratedParts;
import dev.docket.classify.ScoreCalibration.Method;
import dev.docket.metrics.Estimate;
import dev.docket.retrain.calibration.CalibrationStudy;
import dev.docket.retrain.calibration.CalibrationStudy.Reliability;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Whether the scores of the selected version come true, as they are and calibrated, label by label, on items the calibration has not seen. */
final class CalibratePane extends VBox {
    private final CalibrateViewModel calibrating;
    private final ModelsViewModel model;
    private final WordedBox<Method> method = methods("calibration-method");
    private final Button fit = new Button(Text.of("models.cal.fit"));
    private final Button keep = new Button(Text.of("models.cal.keep"));
    private final VBox cards = new VBox(12);
    private final Map<CheckBox, CalibrationStudy> chosen = new LinkedHashMap<>();

    CalibratePane(ModelsViewModel model, StudiesViewModel studies) {
        super(12);
        this.model = model;
        this.calibrating = studies.calibrating();
        method.setValue(Method.PLATT);
        fit.setId("fitCalibration");
        fit.setOnAction(_ -> calibrating.fit(model.selectedProperty().get().version(), method.getValue()));
        keep.setId("keepCalibration");
        keep.getStyleClass().add("success");
        keep.setOnAction(_ -> calibrating.keep(wanted(), model::refresh));
        Flow row = new Flow(method, fit, keep);
        row.setHgap(8);
        row.setVgap(8);
        getChildren().setAll(new StudyCard(Text.of("models.cal"), Text.of("models.cal.caption"), row), cards);
        model.selectedProperty().subscribe(_ -> show());
        model.busyProperty().subscribe(_ -> enable());
        calibrating.fittedProperty().subscribe(_ -> show());
    }

    private static WordedBox<Method> methods(String id) {
        return new WordedBox<>(id, Text.of("models.cal.method"), List.of(Method.values()), each -> Text.of("models.cal." + each));
    }

    private List<CalibrationStudy> wanted() {
        List<CalibrationStudy> wanted = new ArrayList<>();
        chosen.forEach((box, study) -> {
            if (box.isSelected()) {
                wanted.add(study);
            }
        });
        return wanted;
    }

    private void enable() {
        boolean busy = model.busyProperty().get();
        boolean none = model.selectedProperty().get() == null || CalibratedParts.isCalibrated(model.selectedProperty().get().version());
        fit.setDisable(busy || none);
        keep.setDisable(busy || wanted().isEmpty());
    }

    private void show() {
        chosen.clear();
        cards.getChildren().clear();
        if (model.selectedProperty().get() != null && CalibratedParts.isCalibrated(model.selectedProperty().get().version())) {
            cards.getChildren().add(StudyCard.words(Text.of("models.cal.already")));
        } else {
            Optional<CalibrateViewModel.Fitted> now = calibrating.fittedProperty().get().filter(of -> model.selectedProperty().get() != null && of.version().name().equals(model.selectedProperty().get().version().name()));
            now.ifPresent(of -> {
                if (of.studies().isEmpty()) {
                    cards.getChildren().add(StudyCard.words(Text.of("models.cal.nothing")));
                }
                of.studies().forEach(study -> cards.getChildren().add(card(study)));
            });
        }
        enable();
    }

    private Node card(CalibrationStudy study) {
        String label = study.label().rule().modelLabel();
        StudyCard card = new StudyCard(label, Text.of("models.cal.halves", study.fitted(), study.before().items()));
        WordedBox<Method> by = methods("method-" + label);
        by.setValue(study.method());
        by.setOnAction(_ -> calibrating.refit(study, by.getValue()));
        by.disableProperty().bind(model.busyProperty());
        if (study.calibration().isEmpty()) {
            card.beside(by);
            card.getChildren().addAll(StudyCard.words(Text.of("models.cal.refused", study.refusal())), charts(study));
            return card;
        }
        CheckBox with = new CheckBox(Text.of("models.cal.with"));
        with.setId("calibrate-" + label);
        with.setSelected(study.better());
        with.selectedProperty().subscribe(_ -> enable());
        chosen.put(with, study);
        card.beside(by, with);
        if (!study.better()) {
            card.getChildren().add(StudyCard.words(Text.of("models.cal.worse"), "secondary", "groups-differs"));
        }
        if (study.method() == Method.ISOTONIC && study.fitted() + study.before().items() < CalibrationStudy.STEPS_WANT) {
            card.getChildren().add(StudyCard.words(Text.of("models.cal.steps", CalibrationStudy.STEPS_WANT)));
        }
        card.getChildren().addAll(figures(study), charts(study));
        return card;
    }

    private static FigureTable figures(CalibrationStudy study) {
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.watch.figure"), 0, HPos.LEFT), new Column(Text.of("models.cal.before"), 170, HPos.RIGHT), new Column(Text.of("models.cal.after"), 170, HPos.RIGHT));
        row(table, "models.watch.ece", study, Reliability::ece);
        row(table, "models.watch.brier", study, Reliability::brier);
        row(table, "models.cal.loss", study, Reliability::logLoss);
        return table;
    }

    private static void row(FigureTable table, String key, CalibrationStudy study, Function<Reliability, Estimate> figure) {
        table.row(FigureTable.text(Text.of(key)), WatchPane.share(figure.apply(study.before())), WatchPane.share(figure.apply(study.after().orElseThrow())));
    }

    private static Node charts(CalibrationStudy study) {
        Flow charts = new Flow(chart("models.cal.before", study.before()));
        study.after().ifPresent(after -> charts.getChildren().add(chart("models.cal.after", after)));
        charts.setHgap(24);
        charts.setVgap(8);
        return new VBox(2, charts, StudyCard.words(Text.of("models.watch.axis"), "caption", "muted"));
    }

    private static Node chart(String key, Reliability reliability) {
        return new VBox(4, FigureTable.text(Text.of(key), "strong"), new ReliabilityChart(reliability.bins()));
    }
}
