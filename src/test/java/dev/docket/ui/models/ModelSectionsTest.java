package dev.docket.ui.models;

import dev.docket.retrain.watch.ModelAlerts;
import dev.docket.retrain.watch.Watched;
import dev.docket.settings.Settings;
import dev.docket.ui.KnownWords;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.WalkContract;
import dev.docket.ui.common.Views;
import dev.docket.ui.models.SectionBar.Section;
import dev.docket.ui.shell.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ButtonBase;

/** Every section of the models screen and its sheets, in a longer language and with larger text. */
class ModelSectionsTest extends WalkContract {
    private static final String PAINTERS = "src/test/java/dev/docket/ui/models/";

    private final OpenWindow window = new OpenWindow("review", "export", "models");

    @Override
    protected KnownWords prepare(Path folder) {
        KnownWords known = new KnownWords(new PaintedBench().pack(), PAINTERS + "PaintedBench.java", PAINTERS + "PaintedStudies.java");
        // days; why a small group has no figure; what JavaFX itself says of a chart's points
        known.add(List.of("2 Nov", " only 18 rows; fewer than 30 say nothing", " is 0 Y Axis is 0.1", "Models"));
        known.add(new PaintedBench().report().privacySentences());
        return known;
    }

    @Override
    protected void walk(Settings.Theme theme, int percent) {
        PaintedBench bench = new PaintedBench();
        bench.alerts.add(new ModelAlerts.Open(new UUID(1, 1), "desk-head@1.0.0", Watched.Cause.CALIBRATION, "", PaintedBench.NOW));
        ModelsViewModel model = new ModelsViewModel(bench, window.now());
        StudiesViewModel studies = new StudiesViewModel(new PaintedStudies(), model.work());
        window.show(theme, WIDTH, HEIGHT, () -> {
            ModelsController controller = new ModelsController(model, studies, window.overlays(), Optional::empty);
            return List.of(Screen.of("models", "Models", () -> new Views().load("models", controller), model::refresh));
        });
        window.textSize(percent);
        press("#train");
        at("how to train");
        press("#goTrain");
        at("models training");
        section(Section.SHADOW, "#runShadow");
        section(Section.CALIBRATION, "#fitCalibration");
        section(Section.THRESHOLDS, "#readThresholds");
        press("#findThreshold");
        at("models threshold found");
        section(Section.FAIRNESS, "#by-source");
        section(Section.WATCHING, "#watch");
    }

    private void section(Section section, String then) {
        press("#section-" + section);
        press(then);
        at("models " + section);
    }

    private void press(String id) {
        ButtonBase button = window.node(id);
        Toolkit.tell(button::fire);
        Toolkit.frames(2);
    }

    private void at(String place) {
        Toolkit.frames(2);
        look(place, window.scene(), window.overlays().isOpen() ? window.overlays().ground() : window.scene().getRoot());
    }

    @Override
    protected void leave() {
        window.close();
    }
}
