package dev.docket.ui.settings;

import dev.docket.ui.common.Text;
import javafx.scene.control.Label;

/** Heads some rows of a page, or says something of the page; away while something is searched for. */
final class SettingHead extends Label {

    private SettingHead(String key, String... styles) {
        super(Text.of(key));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll(styles);
    }

    static SettingHead of(String key) {
        return new SettingHead(key, "caption-head", "settings-head");
    }

    static SettingHead note(String key) {
        return new SettingHead(key, "secondary", "muted", "settings-note");
    }
}
