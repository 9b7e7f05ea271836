package dev.docket.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.SmallDesk;
import dev.docket.settings.Settings;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.export.ExportViewModel.Situation;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The real screen in the window's shell, by its buttons; pictures of its states in {@code target/pictures}. */
class ExportScreenTest {
    private static final List<String> LABELS = List.of(
            "benign", "benign", "benign", "undisclosed_synthetic", "undisclosed_synthetic", "civic_deception", "spam_scam", "privacy_doxxing", "benign", "undisclosed_synthetic");

    @TempDir
    private Path folder;
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final FxRobot robot = new FxRobot();
    private SmallDesk desk;
    private ExportViewModel model;
    private Theme theme;
    private Scene scene;
    private Stage stage;
    private StyleLog styles;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        desk = new SmallDesk(folder);
        Map<UUID, String> labels = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            labels.put(desk.admit("item " + i, i % 3 == 0 ? "community" : "news-desk", i % 15 == 7), i % 40 == 39 ? "ncii" : LABELS.get(i % LABELS.size()));
        }
        desk.decideAll(labels);
        for (int i = 0; i < 9; i++) {
            desk.admit("waiting " + i, "news-desk", false);
        }
        styles = StyleLog.listen();
        model = new ExportViewModel(desk.exports, desk.pack, now, Clock.fixed(SmallDesk.NOW, ZoneOffset.UTC), folder);
    }

    @AfterEach
    void close() {
        Toolkit.tell(stage::close);
        styles.close();
        desk.close();
    }

    @Test
    void signingWritesASoundSetAndOffersToCheckIt() throws Exception {
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.picture(scene, "export-light");

        robot.clickOn("#format-csv");
        robot.clickOn("#sign");

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WRITTEN);
        Path set = model.writtenProperty().get().folder();
        assertThat(set.resolve("data.csv")).doesNotExist();
        assertThat(DecisionSetVerifier.verify(set).findings()).isEmpty();
        assertThat(scene.getRoot().lookup("#sign").isVisible()).isFalse();
        robot.clickOn("#verifyButton");
        Toolkit.frames(2);
        assertThat(((Label) scene.getRoot().lookup("#findings .chip")).getText()).startsWith("Sound:");
        Toolkit.picture(scene, "export-written-light");
        sound();
    }

    @Test
    void theSmallWindowInTheDarkShowsAFilterThatLeavesNothing() throws Exception {
        show(Settings.Theme.DARK, 1280, 800);
        Toolkit.picture(scene, "export-dark-small");

        Toolkit.tell(() -> model.select(model.selectionProperty().get().withLabels(List.of("hate_symbols"))));
        Toolkit.frames(2);
        Toolkit.picture(scene, "export-empty-dark-small");

        assertThat(((Label) scene.getRoot().lookup("#emptyDetail")).getText()).isEqualTo("The last ones were removed by: label=hate_symbols");
        assertThat(scene.getRoot().lookup("#signPane").isVisible()).isFalse();
        Toolkit.tell(((Button) scene.getRoot().lookup("#remove-label"))::fire);
        assertThat(scene.getRoot().lookup("#signPane").isVisible()).isTrue();
        sound();
    }

    @Test
    void filtersAreChipsWithTheirWayOut() throws Exception {
        show(Settings.Theme.DARK, 1440, 900);
        Toolkit.tell(() -> model.select(model.selectionProperty().get().withLabels(List.of("benign", "spam_scam", "civic_deception")).withSources(List.of("news-desk")).withGold(true)));
        Toolkit.tell(((CheckBox) scene.getRoot().lookup("#uploaders"))::fire);
        Toolkit.frames(2);
        Toolkit.picture(scene, "export-filtered-dark");

        assertThat(scene.getRoot().lookupAll(".filter-chip")).extracting(Node::isVisible).hasSize(3);
        assertThat(model.groupingProperty().get().words()).contains("uploader");
        sound();
    }

    @Test
    void theSmallWindowInTheLight() {
        show(Settings.Theme.LIGHT, 1280, 800);
        Toolkit.picture(scene, "export-light-small");
        Toolkit.tell(() -> overlays.open(new DaysSheet(overlays, model.selectionProperty().get(), model::select)));
        Toolkit.frames(2);
        Toolkit.picture(scene, "export-days-light");
        Toolkit.tell(overlays::close);
        sound();
    }

    private void show(Settings.Theme colours, int width, int height) {
        Toolkit.tell(() -> {
            theme = new Theme(colours);
            ShellController shell = new ShellController(overlays, theme, new Job(now));
            Parent root = new Views().load("shell", shell);
            scene = new Scene(root, width, height);
            Theme.dress(scene, "review", "export");
            ExportController controller = new ExportController(model, overlays);
            shell.open(List.of(Screen.of("sets", "Decision sets", () -> new Views().load("export", controller), model::refresh)), "L-01");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        Toolkit.frames(3);
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }
}
