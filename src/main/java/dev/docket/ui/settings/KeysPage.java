package dev.docket.ui.settings;

import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.Assignment;
import dev.docket.ui.keys.KeyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/** Which key does what, for whoever sits here. */
final class KeysPage extends SettingsPage {
    private final KeyCapture capture;

    KeysPage(SettingsViewModel model, SettingControls controls, ObservableValue<KeyMap> keys) {
        this(model, controls, keys, new KeyCapture(model, keys));
    }

    private KeysPage(SettingsViewModel model, SettingControls controls, ObservableValue<KeyMap> keys, KeyCapture capture) {
        super("keys", "mdal-keyboard", rows(model, controls, keys, capture));
        this.capture = capture;
    }

    private static List<Node> rows(SettingsViewModel model, SettingControls controls, ObservableValue<KeyMap> keys, KeyCapture capture) {
        Button reset = new Button(Text.of("settings.own.reset"));
        reset.setId("keysReset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(_ -> model.change(s -> s.withKeys(s.keys().withChanges(Map.of()))));
        model.settingsProperty().subscribe(s -> reset.setDisable(s.keys().changes().isEmpty()));
        List<Node> rows = new ArrayList<>(List.of(
                new SettingRow("hand", controls.combo("settingHand", Hand.values(), "settings.hand.", s -> s.keys().hand(), (s, v) -> s.withKeys(s.keys().withHand(v)))),
                new SettingRow("keyboard", controls.combo("settingKeyboard", Keys.Keyboard.values(), "settings.keyboard.",
                        s -> s.keys().keyboard(), (s, v) -> s.withKeys(s.keys().withKeyboard(v)))),
                new SettingRow("own", reset)));
        for (Assignment one : keys.getValue().assignments()) {
            rows.add(new KeyRow(one.id(), keys, capture, () -> model.change(s -> s.withKeys(s.keys().with(one.id(), List.of())))));
        }
        return rows;
    }

    /** While a key is asked for, every key is an answer. */
    boolean takes(KeyEvent event) {
        return capture.takes(event);
    }
}
