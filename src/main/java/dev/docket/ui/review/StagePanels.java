package dev.docket.ui.review;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle when no picture does: a sign, a sentence, what can be done. */
final class StagePanels {
    private StagePanels() {}

    static Node words(String icon, String title, String detail) {
        return panel(icon, title, detail);
    }

    /** With a button that a key presses too. */
    static Node words(String icon, String title, String detail, String action, String key, Runnable onAction) {
        VBox panel = panel(icon, title, detail);
        Button button = new Button(action, Keycap.small(key));
        button.getStyleClass().add("panel-action");
        button.setOnAction(e -> onAction.run());
        panel.getChildren().add(button);
        return panel;
    }

    private static VBox panel(String icon, String title, String detail) {
        Label head = new Label(title);
        head.getStyleClass().add("screen-title");
        head.setWrapText(true);
        VBox panel = new VBox(new FontIcon(icon), head);
        if (!detail.isEmpty()) {
            Label words = new Label(detail);
            words.setWrapText(true);
            words.getStyleClass().add("muted");
            panel.getChildren().add(words);
        }
        panel.getStyleClass().add("stage-words");
        panel.setAccessibleText(Text.of("review.panel.accessible", title, detail));
        return panel;
    }
}
