package dev.docket.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.registry.Stage;
import dev.docket.settings.Settings;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The real screen in the window's shell, by its buttons; pictures of its states in {@code target/pictures}. */
class ModelsScreenTest {
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final PaintedBench bench = new PaintedBench();
    private final ModelsViewModel model = new ModelsViewModel(bench, now);
    private final FxRobot robot = new FxRobot();
    private StyleLog styles;
    private Scene scene;
    private javafx.stage.Stage window;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void listen() {
        styles = StyleLog.listen();
    }

    @AfterEach
    void close() {
        Toolkit.tell(window::close);
        styles.close();
    }

    @Test
    void trainingThenPromotingAgainstTheGateAsksForAReason() {
        show(Settings.Theme.DARK, 1440, 900);
        Toolkit.picture(scene, "models-starter-dark");

        robot.clickOn("#train");
        Toolkit.frames(3);
        Toolkit.picture(scene, "models-dark");
        robot.clickOn("#promote");
        assertThat(button("#promoteAnyway").isDisabled()).isTrue();
        robot.clickOn("#reason").write("the feed is worse");
        Toolkit.picture(scene, "models-reason-dark");
        robot.clickOn("#promoteAnyway");
        Toolkit.frames(3);

        assertThat(bench.told).containsExactly("promote desk-head@1.0.0 despite: the feed is worse", "rescore");
        assertThat(model.selectedProperty().get().version().stage()).isEqualTo(Stage.ACTIVE);
        assertThat(button("#promote").isDisabled()).isTrue();
        sound();
    }

    @Test
    void theSmallWindowInTheLight() {
        bench.gatePasses = true;
        bench.pending = 12;
        show(Settings.Theme.LIGHT, 1280, 800);
        robot.clickOn("#train");
        Toolkit.frames(3);
        Toolkit.picture(scene, "models-light-small");

        robot.clickOn("#promote");

        assertThat(overlays.isOpen()).isFalse();
        assertThat(bench.told).containsExactly("promote desk-head@1.0.0", "rescore");
        sound();
    }

    @Test
    void theLargeWindowInTheLight() {
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.tell(model::train);
        Toolkit.frames(3);
        Toolkit.picture(scene, "models-light");
        sound();
    }

    @Test
    void theSmallWindowInTheDark() {
        show(Settings.Theme.DARK, 1280, 800);
        Toolkit.tell(model::train);
        Toolkit.frames(3);
        Toolkit.picture(scene, "models-dark-small");
        sound();
    }

    @Test
    void aDeskWithoutModelsAndOneThatCannotBeReadSaySo() {
        bench.entries.clear();
        show(Settings.Theme.LIGHT, 1280, 800);
        Toolkit.picture(scene, "models-empty-light");
        assertThat(words()).contains("No model yet", "Train one from your verdicts, or add a model folder.");

        bench.silent = "The database is closed.";
        Toolkit.tell(model::refresh);
        Toolkit.frames(2);
        Toolkit.picture(scene, "models-failed-light");
        assertThat(words()).contains("The database is closed.");
        sound();
    }

    private java.util.List<String> words() {
        return Toolkit.ask(() -> scene.getRoot().lookupAll(".label").stream().filter(javafx.scene.Node::isVisible)
                .map(n -> ((javafx.scene.control.Label) n).getText()).toList());
    }

    private Button button(String id) {
        return (Button) scene.getRoot().lookup(id);
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme, int width, int height) {
        Toolkit.tell(() -> {
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            Parent root = new Views().load("shell", shell);
            scene = new Scene(root, width, height);
            Theme.dress(scene, "review", "export", "models");
            ModelsController controller = new ModelsController(model, overlays);
            shell.open(List.of(Screen.of("models", "Models", () -> new Views().load("models", controller), model::refresh)), "L-01");
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
        });
        Toolkit.frames(3);
    }
}
