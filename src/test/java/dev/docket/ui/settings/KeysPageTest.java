package dev.docket.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.keys.KeyMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Choosing keys by mouse and by keyboard; pictures in {@code target/pictures}. */
class KeysPageTest {
    @TempDir
    private Path folder;

    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>();
    private final FxRobot robot = new FxRobot();
    private SettingsViewModel model;
    private StyleLog styles;
    private Scene scene;
    private Stage window;

    @BeforeEach
    void listen() {
        Toolkit.start();
        styles = StyleLog.listen();
    }

    @AfterEach
    void close() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
        Toolkit.tell(window::close);
        styles.close();
    }

    @Test
    void aPressedKeyIsTheNewKey() throws IOException {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);
        robot.clickOn("#settingSearch").write("skip with");
        Toolkit.frames(2);

        robot.clickOn(key("skip"));
        type(KeyCode.F7);

        assertThat(keysNow().changes()).containsExactly(Map.entry("skip", List.of("F7")));
        assertThat(SettingsFile.read(folder.resolve("settings.json")).keys()).isEqualTo(keysNow());
        assertThat(Toolkit.ask(() -> scene.getFocusOwner())).isEqualTo(key("skip"));
    }

    @Test
    void aTakenKeyNamesWhoHasItAndTheTwoAreSwapped() {
        show(Settings.Theme.DARK, Settings.DEFAULT);
        robot.clickOn("#settingSearch").write("key");
        Toolkit.frames(2);

        robot.clickOn(key("label.benign"));
        type(KeyCode.DIGIT9);
        Toolkit.frames(2);
        Toolkit.picture(scene, "settings-keys-taken-dark");
        assertThat(keysNow().changes()).isEmpty();
        robot.clickOn("#keySwap");

        assertThat(keysNow().changes().get("label.benign").getFirst()).isEqualTo("9");
        assertThat(keysNow().changes().get("label.spam_scam").getFirst()).isEqualTo("1");
    }

    @Test
    void escapeLeavesItAndOnlyThenTheSheetCloses() {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);

        robot.clickOn("#settingSearch").write("beyond");
        Toolkit.frames(2);
        robot.clickOn(key("more_labels"));
        type(KeyCode.ESCAPE);
        assertThat(overlays.isOpen()).isTrue();
        type(KeyCode.ESCAPE);

        assertThat(overlays.isOpen()).isFalse();
        assertThat(keysNow()).isEqualTo(Keys.DEFAULT);
    }

    @Test
    void aKeyOfTheWindowIsRefusedWithItsReason() {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);

        robot.clickOn("#settingSearch").write("beyond");
        Toolkit.frames(2);
        robot.clickOn(key("more_labels"));
        type(KeyCode.TAB);

        assertThat(robot.lookup("Tab belongs to the window; press another").tryQuery()).isPresent();
        type(KeyCode.F8);
        assertThat(keysNow().changes().get("more_labels")).contains("F8");
    }

    @Test
    void withoutAMouseAKeyIsAddedRemovedAndReset() {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);
        robot.clickOn("#settingSearch").write("undo the last");
        Toolkit.frames(2);

        Toolkit.tell(() -> robot.lookup("#key-add-undo").query().requestFocus());
        type(KeyCode.SPACE);
        type(KeyCode.F9);
        assertThat(keysNow().changes().get("undo")).containsExactly("Z", "Backspace", "F9");
        Toolkit.tell(() -> key("undo").requestFocus());
        type(KeyCode.DELETE);
        assertThat(keysNow().changes().get("undo")).containsExactly("Backspace", "F9");
        Toolkit.tell(() -> robot.lookup("#key-reset-undo").query().requestFocus());
        type(KeyCode.SPACE);
        assertThat(keysNow()).isEqualTo(Keys.DEFAULT);
    }

    @Test
    void thePageInBothThemes() {
        Settings own = Settings.DEFAULT.withKeys(Keys.DEFAULT.withHand(Hand.LEFT_HANDED).with("skip", List.of("F7", "Shift+U")));
        show(Settings.Theme.LIGHT, own);
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-keys-light");
        Toolkit.tell(window::close);
        show(Settings.Theme.DARK, own);
        robot.clickOn("#settingSearch").write("cover");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-keys-search-dark");
        robot.clickOn("#page-appearance");
        Toolkit.frames(3);
        Toolkit.picture(scene, "settings-appearance-dark");
    }

    @Test
    void aFaultyFileChangesNothingAndNamesTheField() throws IOException {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);
        for (String fault : List.of("{\"keys\": {\"undu\": [\"Z\"]}} keys.undu", "{\"keys\": {\"undo\": [\"Zed\"]}} keys.undo", "{\"textSizePercent\": 500} textSizePercent",
                "{\"theme\": \"dark\", \"keys\": {\"grey\": [\"F7\"], \"skip\": [\"F7\"]}} keys.grey")) {
            Path file = Files.writeString(folder.resolve("other.json"), fault.substring(0, fault.lastIndexOf(' ')));

            Toolkit.tell(() -> model.importFrom(file));

            assertThat(model.noticeProperty().get().warning()).isTrue();
            assertThat(model.noticeProperty().get().words()).contains("other.json").contains(fault.substring(fault.lastIndexOf(' ') + 1));
            assertThat(model.settingsProperty().get()).isEqualTo(Settings.DEFAULT);
            assertThat(folder.resolve("settings.json")).doesNotExist();
        }
    }

    private Keys keysNow() {
        return Toolkit.ask(() -> model.settingsProperty().get().keys());
    }

    private Node key(String id) {
        return robot.from(robot.lookup((Node node) -> ("key-" + id).equals(node.getId())).<Node>query()).lookup(".key-button").query();
    }

    private void type(KeyCode code) {
        robot.press(code).release(code);
        Toolkit.frames(2);
    }

    private void show(Settings.Theme theme, Settings settings) {
        Toolkit.tell(() -> {
            new Theme(theme);
            model = new SettingsViewModel(folder.resolve("settings.json"), settings, now);
            model.settingsProperty().subscribe(s -> keys.set(new KeyMap(PolicyFile.shipped(), s.keys())));
            scene = new Scene(new StackPane(overlays.ground()), 1280, 800);
            Theme.dress(scene);
            window = new Stage();
            window.setScene(scene);
            window.show();
            overlays.open(new SettingsSheet(model, overlays, keys));
        });
        Toolkit.frames(3);
    }
}
