package dev.docket.ui.export;

import dev.docket.desk.Desk;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.nio.file.Path;

/** The decision-set tab of a desk. JavaFX thread. */
public final class ExportScreen {
    private final ExportViewModel model;
    private final ExportController controller;

    /** @param work for reading and writing sets, which may take minutes */
    public ExportScreen(Desk desk, Background work, Overlays overlays) {
        model = new ExportViewModel(desk.exports, desk.policy.pack(), work, desk.clock, Path.of(System.getProperty("user.home")));
        controller = new ExportController(model, overlays);
    }

    public ExportViewModel model() {
        return model;
    }

    public Screen screen() {
        return Screen.of("sets", Text.of("export.title"), () -> new Views().load("export", controller), model::refresh);
    }

    /** Stops an export under way; nothing of it is left. */
    public void close() {
        model.cancel();
    }
}
