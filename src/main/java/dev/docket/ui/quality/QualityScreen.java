package dev.docket.ui.quality;

import dev.docket.desk.Desk;
import dev.docket.ui.calibration.CalibrationScreen;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.time.ZoneId;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;

/** The quality tab of a lead's desk. JavaFX thread. */
public final class QualityScreen {
    private final QualityViewModel model;
    private final QualityController controller;
    private final CalibrationScreen calibration;

    /**
     * @param work several threads: a large queue's figures take seconds
     * @param calibration the sessions, which are looked at here too
     */
    public QualityScreen(Desk desk, Background work, CalibrationScreen calibration) {
        this.calibration = calibration;
        model = new QualityViewModel(new DeskQualityBoard(desk), work);
        controller = new QualityController(model, calibration::view);
    }

    public QualityViewModel model() {
        return model;
    }

    public Screen screen() {
        return new Screen("quality", Text.of("quality.title"), new SimpleStringProperty(""), () -> new Views().load("quality", controller), this::status, () -> {
            model.refresh();
            calibration.model().refresh();
        }, () -> {});
    }

    private Label status() {
        Label status = new Label();
        model.readingProperty().subscribe(reading -> status.setText(reading == null ? "" : Text.of("quality.status", Figures.minute(reading.at().atZone(ZoneId.systemDefault())))));
        status.textProperty().subscribe(words -> Tip.on(status, words));
        return status;
    }

    /** Stops what is being computed. */
    public void close() {
        model.cancel();
    }
}
