package dev.docket.ui.settings;

import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;

/** One setting: its name, what it does, its control. */
final class SettingRow extends Flow implements Found {
    /** Of the row, for the words beside a control. */
    private static final double LEAST_SHARE = 0.4;

    private final String title;
    private final String detail;
    private final Node control;

    /** @param key its words stand under {@code settings.KEY} and {@code settings.KEY.about} */
    SettingRow(String key, Node control) {
        this(Text.of("settings." + key), Text.of("settings." + key + ".about"), control);
    }

    /** @param detail what it does */
    SettingRow(String title, String detail, Node control) {
        this.title = title;
        this.detail = detail;
        this.control = control;
        getStyleClass().add("setting-row");
        Label name = new Label(title);
        name.getStyleClass().addAll("strong", "bold");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        Label about = new Label(detail);
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().addAll("secondary", "muted");
        VBox words = new VBox(name, about);
        words.getStyleClass().add("setting-words");
        // as wide as the control leaves it, or a line of its own
        words.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> wordsWidth(control), widthProperty(), control.layoutBoundsProperty()));
        control.setAccessibleText(name.getText());
        if (control instanceof Spinner<?> spinner) {
            spinner.getEditor().setAccessibleText(name.getText());
        }
        getChildren().setAll(words, control);
    }

    private double wordsWidth(Node control) {
        double whole = Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset());
        double beside = whole - control.prefWidth(-1) - getHgap() - 1;
        return beside >= whole * LEAST_SHARE ? beside : whole;
    }

    @Override
    public String words() {
        return title + " " + detail;
    }

    String name() {
        return title;
    }

    String about() {
        return detail;
    }

    /** The keyboard goes to its control. */
    void focus() {
        if (control instanceof Parent several && !control.isFocusTraversable()) {
            several.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
        } else {
            control.requestFocus();
        }
    }
}
