package dev.docket.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The sheet in the real shell over a real file; pictures in {@code target/pictures}. */
class SettingsSheetTest {
    @TempDir
    private Path folder;

    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final FxRobot robot = new FxRobot();
    private SettingsViewModel model;
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
    void aShortcutOpensItAndAChangeIsInTheFileAtOnce() throws IOException {
        show(Settings.Theme.DARK);

        robot.press(KeyCode.CONTROL).press(KeyCode.COMMA).release(KeyCode.COMMA).release(KeyCode.CONTROL);
        robot.clickOn("#settingSearch").write("blind steer");
        robot.doubleClickOn("#settingBlind").press(KeyCode.CONTROL).press(KeyCode.A).release(KeyCode.A).release(KeyCode.CONTROL)
                .write("20").press(KeyCode.ENTER).release(KeyCode.ENTER);
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-search-dark");

        assertThat(SettingsFile.read(file()).blindShare()).isEqualTo(0.20);
        assertThat(model.needsRestart()).isTrue();
        assertThat(robot.lookup("Hold before publishing, seconds").query().getParent().getParent().isVisible()).isFalse();
        sound();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(overlays.isOpen()).isFalse();
    }

    @Test
    void everySettingFitsTheSmallWindow() {
        show(Settings.Theme.LIGHT);

        robot.clickOn("#settings");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-light");

        sound();
    }

    @Test
    void aFaultyPackIsRefusedInItsOwnWordsAndNothingChanges() throws IOException {
        show(Settings.Theme.LIGHT);
        Path faulty = Files.writeString(folder.resolve("pack.yaml"), "pack: {id: x}\n");

        Toolkit.tell(() -> model.choosePack(faulty));

        assertThat(model.noticeProperty().get().warning()).isTrue();
        assertThat(model.noticeProperty().get().words()).contains("pack.yaml");
        assertThat(model.settingsProperty().get().policyPack()).isEmpty();
    }

    @Test
    void settingsWrittenElsewhereComeBackWhole() throws IOException {
        show(Settings.Theme.LIGHT);
        Path pack = Files.writeString(folder.resolve("ours.yaml"), PolicyFile.shipped().text());
        Toolkit.tell(() -> model.choosePack(pack));
        Toolkit.tell(() -> model.change(s -> s.withWindow(3)));
        Toolkit.tell(() -> model.exportTo(folder.resolve("kept.json")));
        Toolkit.tell(() -> model.change(s -> s.withWindow(9).withPolicyPack(Optional.empty())));

        Toolkit.tell(() -> model.importFrom(folder.resolve("kept.json")));

        assertThat(SettingsFile.read(file())).isEqualTo(Settings.DEFAULT.withWindow(3).withPolicyPack(Optional.of(pack)));
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme) {
        model = new SettingsViewModel(file(), Settings.DEFAULT, now);
        ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>();
        model.settingsProperty().subscribe(s -> keys.set(new KeyMap(PolicyFile.shipped(), s.keys())));
        Toolkit.tell(() -> {
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), 1280, 800);
            Theme.dress(scene, "review");
            shell.open(List.of(Screen.of("first", "First", StackPane::new, () -> {})), "L-01");
            shell.settings(() -> new SettingsSheet(model, overlays, keys));
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
        });
        Toolkit.frames(3);
    }
}
