package dev.docket.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.registry.Stage;
import dev.docket.settings.Settings;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real screen in the window's shell, by its buttons; pictures of its states in {@code target/pictures}. */
class ModelsScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "export", "models");

    private final PaintedBench bench = new PaintedBench();
    private final ModelsViewModel model = new ModelsViewModel(bench, window.now());

    @Test
    void trainingThenPromotingAgainstTheGateAsksForAReason() {
        show(Settings.Theme.DARK, 1440, 900);
        window.picture("models-starter-dark");

        window.click("#train");
        window.picture("models-dark");
        window.click("#promote");
        assertThat(button("#promoteAnyway").isDisabled()).isTrue();
        window.click("#reason").write("the feed is worse");
        window.picture("models-reason-dark");
        window.click("#promoteAnyway");
        Toolkit.frames(3);

        assertThat(bench.told).containsExactly("promote desk-head@1.0.0 despite: the feed is worse", "rescore");
        assertThat(model.selectedProperty().get().version().stage()).isEqualTo(Stage.ACTIVE);
        assertThat(button("#promote").isDisabled()).isTrue();
    }

    @Test
    void theSmallWindowInTheLight() {
        bench.gatePasses = true;
        bench.pending = 12;
        show(Settings.Theme.LIGHT, 1280, 800);
        window.click("#train");
        window.picture("models-light-small");

        window.click("#promote");

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(bench.told).containsExactly("promote desk-head@1.0.0", "rescore");
    }

    @Test
    void theLargeWindowInTheLight() {
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.tell(model::train);
        window.picture("models-light");
    }

    @Test
    void theSmallWindowInTheDark() {
        show(Settings.Theme.DARK, 1280, 800);
        Toolkit.tell(model::train);
        window.picture("models-dark-small");
    }

    @Test
    void aDeskWithoutModelsAndOneThatCannotBeReadSaySo() {
        bench.entries.clear();
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("models-empty-light");
        assertThat(words()).contains("No model yet", "Train one from your verdicts, or add a model folder.");

        bench.silent = "The database is closed.";
        Toolkit.tell(model::refresh);
        window.picture("models-failed-light");
        assertThat(words()).contains("The database is closed.");
    }

    private java.util.List<String> words() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".label").stream().filter(javafx.scene.Node::isVisible)
                .map(n -> ((javafx.scene.control.Label) n).getText()).toList());
    }

    private Button button(String id) {
        return (Button) window.node(id);
    }

    private void show(Settings.Theme theme, int width, int height) {
        window.show(theme, width, height, () -> {
            ModelsController controller = new ModelsController(model, window.overlays());
            return List.of(Screen.of("models", "Models", () -> new Views().load("models", controller), model::refresh));
        });
    }
}
