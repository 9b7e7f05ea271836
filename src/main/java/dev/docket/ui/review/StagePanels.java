package dev.docket.ui.review;

import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle when no picture does: a sign, a sentence, what can be done. */
final class StagePanels {
    private StagePanels() {}

    static Node words(String icon, String title, String detail) {
        return panel(icon, title, detail);
    }

    /** With a button that a key presses too. @param key its keycaps */
    static Node words(String icon, String title, String detail, String action, List<String> key, Runnable onAction) {
        return ways(icon, title, detail, List.of(new Way("panel-go", action, key, onAction)));
    }

    /** Something that can be done. @param key its keycaps */
    record Way(String id, String words, List<String> key, Runnable run) {}

    /** With a button for each way on, the first of them the usual one; scrolls where large text leaves too little room. */
    static Node ways(String icon, String title, String detail, List<Way> ways) {
        VBox panel = panel(icon, title, detail);
        Flow line = new Flow();
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("panel-ways");
        for (Way way : ways) {
            Button button = new Button(way.words(), caps(way.key()));
            button.setId(way.id());
            button.getStyleClass().add("panel-action");
            button.setOnAction(_ -> way.run().run());
            line.getChildren().add(button);
        }
        panel.getChildren().add(line);
        ScrollPane scroll = new ScrollPane(new StackPane(panel));
        scroll.getStyleClass().add("stage-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private static HBox caps(List<String> key) {
        HBox caps = new HBox(key.stream().map(Keycap::small).toArray(Node[]::new));
        caps.getStyleClass().add("key-hint");
        return caps;
    }

    private static VBox panel(String icon, String title, String detail) {
        Label head = new Label(title);
        head.getStyleClass().add("screen-title");
        head.setWrapText(true);
        head.setMinHeight(Label.USE_PREF_SIZE);
        VBox panel = new VBox(new FontIcon(icon), head);
        if (!detail.isEmpty()) {
            Label words = new Label(detail);
            words.setWrapText(true);
            words.setMinHeight(Label.USE_PREF_SIZE);
            words.getStyleClass().add("muted");
            panel.getChildren().add(words);
        }
        panel.getStyleClass().add("stage-words");
        panel.setAccessibleText(Text.of("review.panel.accessible", title, detail));
        return panel;
    }
}
