package dev.docket.ui.review;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A section of the right column: a head with something beside it, a body below. */
abstract class SideSection extends VBox {
    private final HBox head = new HBox();
    private final VBox body = new VBox();
    private final Label title;

    SideSection(String name) {
        getStyleClass().add("side-section");
        title = new Label(name);
        title.getStyleClass().add("section-head");
        title.setMinWidth(USE_PREF_SIZE);
        head.getStyleClass().add("side-head");
        body.getStyleClass().add("side-body");
        getChildren().setAll(head, body);
        head();
    }

    /** What stands right of the title; a {@link #space} pushes what follows to the edge. */
    final void head(Node... beside) {
        head.getChildren().setAll(title);
        head.getChildren().addAll(beside);
    }

    final void body(java.util.List<? extends Node> lines) {
        body.getChildren().setAll(lines);
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "muted");
        return label;
    }
}
