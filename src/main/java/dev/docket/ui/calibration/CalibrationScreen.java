package dev.docket.ui.calibration;

import dev.docket.desk.Desk;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.shell.Screen;

/** Calibration sessions of a desk: a tab of a reviewer's, a part of a lead's quality tab. JavaFX thread. */
public final class CalibrationScreen {
    private final CalibrationViewModel model;
    private final Overlays overlays;

    public CalibrationScreen(Desk desk, Background work, Overlays overlays) {
        model = new CalibrationViewModel(new DeskCalibrationBoard(desk), work);
        this.overlays = overlays;
    }

    public CalibrationViewModel model() {
        return model;
    }

    /** One view of them; made once for each place that shows it. */
    public CalibrationPane view() {
        return new CalibrationPane(model, overlays);
    }

    public Screen screen() {
        return Screen.of("calibration", Text.of("calibration.title"), this::view, model::refresh);
    }
}
