package dev.docket.ui.models;

import dev.docket.desk.Desk;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.team.Role;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;

/** The models tab of a desk. JavaFX thread. */
public final class ModelsScreen {
    private final ModelsViewModel model;
    private final StudiesViewModel studies;
    private final ModelsController controller;
    private final Overlays overlays;

    /** @param work for training and re-scoring, which may take minutes */
    public ModelsScreen(Desk desk, Background work, Overlays overlays) {
        model = new ModelsViewModel(new DeskModelBench(desk), work);
        studies = new StudiesViewModel(new DeskStudyBench(desk), model.work());
        controller = new ModelsController(model, studies, overlays, this::packFile);
        this.overlays = overlays;
        if (desk.self.role() == Role.LEAD) {
            model.readAlerts();
        }
    }

    private Optional<Path> packFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("models.what.save"));
        chooser.setInitialFileName("policy.yaml");
        return Optional.ofNullable(chooser.showSaveDialog(overlays.ground().getScene().getWindow())).map(File::toPath);
    }

    public StudiesViewModel studies() {
        return studies;
    }

    public ModelsViewModel model() {
        return model;
    }

    public Screen screen() {
        return new Screen("models", Text.of("models.title"), model.alertsProperty().map(alerts -> alerts.isEmpty() ? "" : Integer.toString(alerts.size())), () -> new Views().load("models", controller),
                this::status, model::refresh, () -> {});
    }

    private Label status() {
        Label inUse = new Label();
        inUse.textProperty().bind(model.readingProperty().map(reading -> Text.of("models.status", reading.entries().stream().map(ModelBench.Entry::version)
                .filter(version -> version.stage() == Stage.ACTIVE).map(ModelVersion::name).collect(Collectors.joining(", ")))));
        return inUse;
    }

    /** Stops a run under way; what it finished stays. */
    public void close() {
        model.cancel();
    }
}
