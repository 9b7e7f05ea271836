package dev.docket.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.keys.KeyMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Choosing keys by mouse and by keyboard; pictures in {@code target/pictures}. */
class KeysPageTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow();

    @TempDir
    private Path folder;

    private final ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>();
    private SettingsViewModel model;

    @Test
    void aPressedKeyIsTheNewKey() throws IOException {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);
        window.click("#settingSearch").write("skip with");
        Toolkit.frames(2);

        window.click(key("skip"));
        Keyboard.type(KeyCode.F7);

        assertThat(keysNow().changes()).containsExactly(Map.entry("skip", List.of("F7")));
        assertThat(SettingsFile.read(folder.resolve("settings.json")).keys()).isEqualTo(keysNow());
        assertThat(Toolkit.ask(() -> window.scene().getFocusOwner())).isEqualTo(key("skip"));
    }

    @Test
    void aTakenKeyNamesWhoHasItAndTheTwoAreSwapped() {
        show(Settings.Theme.DARK, Settings.DEFAULT);
        window.click("#settingSearch").write("key");
        Toolkit.frames(2);

        window.click(key("label.benign"));
        Keyboard.type(KeyCode.DIGIT9);
        window.picture("settings-keys-taken-dark");
        assertThat(keysNow().changes()).isEmpty();
        window.click("#keySwap");

        assertThat(keysNow().changes().get("label.benign").getFirst()).isEqualTo("9");
        assertThat(keysNow().changes().get("label.spam_scam").getFirst()).isEqualTo("1");
    }

    @Test
    void escapeLeavesItAndOnlyThenTheSheetCloses() {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);

        window.click("#settingSearch").write("beyond");
        Toolkit.frames(2);
        window.click(key("more_labels"));
        Keyboard.type(KeyCode.ESCAPE);
        assertThat(window.overlays().isOpen()).isTrue();
        Keyboard.type(KeyCode.ESCAPE);

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(keysNow()).isEqualTo(Keys.DEFAULT);
    }

    @Test
    void aKeyOfTheWindowIsRefusedWithItsReason() {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);

        window.click("#settingSearch").write("beyond");
        Toolkit.frames(2);
        window.click(key("more_labels"));
        Keyboard.type(KeyCode.TAB);

        assertThat(window.says("Tab belongs to the window; press another")).isTrue();
        Keyboard.type(KeyCode.F8);
        assertThat(keysNow().changes().get("more_labels")).contains("F8");
    }

    @Test
    void withoutAMouseAKeyIsAddedRemovedAndReset() {
        show(Settings.Theme.LIGHT, Settings.DEFAULT);
        window.click("#settingSearch").write("undo the last");
        Toolkit.frames(2);

        Toolkit.tell(() -> window.node("#key-add-undo").requestFocus());
        Keyboard.type(KeyCode.SPACE);
        Keyboard.type(KeyCode.F9);
        assertThat(keysNow().changes().get("undo")).containsExactly("Z", "Backspace", "F9");
        Toolkit.tell(() -> key("undo").requestFocus());
        Keyboard.type(KeyCode.DELETE);
        assertThat(keysNow().changes().get("undo")).containsExactly("Backspace", "F9");
        Toolkit.tell(() -> window.node("#key-reset-undo").requestFocus());
        Keyboard.type(KeyCode.SPACE);
        assertThat(keysNow()).isEqualTo(Keys.DEFAULT);
    }

    @Test
    void thePageInBothThemes() {
        Settings own = Settings.DEFAULT.withKeys(Keys.DEFAULT.withHand(Hand.LEFT_HANDED).with("skip", List.of("F7", "Shift+U")));
        show(Settings.Theme.LIGHT, own);
        window.picture("settings-keys-light");
        Toolkit.tell(window::close);
        show(Settings.Theme.DARK, own);
        window.click("#settingSearch").write("cover");
        window.picture("settings-keys-search-dark");
        window.click("#page-appearance");
        window.picture("settings-appearance-dark");
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
        Node row = window.robot().lookup((Node node) -> ("key-" + id).equals(node.getId())).query();
        return row.lookup(".key-button");
    }

    private void show(Settings.Theme theme, Settings settings) {
        Toolkit.tell(() -> {
            model = new SettingsViewModel(kept -> SettingsFile.write(folder.resolve("settings.json"), kept), settings, window.now());
            model.settingsProperty().subscribe(s -> keys.set(new KeyMap(PolicyFile.shipped(), s.keys())));
        });
        window.showAlone(theme, 1280, 800, StackPane::new);
        Toolkit.tell(() -> window.overlays().open(new SettingsSheet(model, window.overlays(), keys, PolicyFile.shipped(), javafx.collections.FXCollections.observableArrayList(), OwnPassphrase.in(folder.resolve("profile"), window.now()))));
        Toolkit.frames(3);
    }
}
