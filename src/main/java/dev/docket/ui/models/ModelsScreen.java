package dev.docket.ui.models;

import dev.docket.desk.Desk;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;

/** The models tab of a desk. JavaFX thread. */
public final class ModelsScreen {
    private final ModelsViewModel model;
    private final ModelsController controller;

    /** @param work for training and re-scoring, which may take minutes */
    public ModelsScreen(Desk desk, Background work, Overlays overlays) {
        model = new ModelsViewModel(new DeskModelBench(desk), work);
        controller = new ModelsController(model, overlays);
    }

    public ModelsViewModel model() {
        return model;
    }

    public Screen screen() {
        return new Screen("models", Text.of("models.title"), new SimpleStringProperty(""), () -> new Views().load("models", controller),
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
