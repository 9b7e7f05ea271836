package dev.docket.ui.settings;

import dev.docket.ui.common.Text;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One setting: its name, what it does, its control. */
final class SettingRow extends HBox implements Found {
    private final String text;

    /** @param key its words stand under {@code settings.KEY} and {@code settings.KEY.about} */
    SettingRow(String key, Node control) {
        getStyleClass().add("setting-row");
        Label name = new Label(Text.of("settings." + key));
        name.getStyleClass().addAll("strong", "bold");
        Label about = new Label(Text.of("settings." + key + ".about"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().addAll("secondary", "muted");
        VBox words = new VBox(name, about);
        words.getStyleClass().add("setting-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        control.setAccessibleText(name.getText());
        if (control instanceof Spinner<?> spinner) {
            spinner.getEditor().setAccessibleText(name.getText());
        }
        getChildren().setAll(words, control);
        text = name.getText() + " " + about.getText();
    }

    @Override
    public String words() {
        return text;
    }
}
