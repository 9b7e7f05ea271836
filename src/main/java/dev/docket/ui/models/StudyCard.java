package dev.docket.ui.models;

import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.Flow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A card with a head, words beside it and what it is about. */
final class StudyCard extends VBox {
    StudyCard(String title, String caption, Node... content) {
        getStyleClass().addAll("card", "models-card");
        Label head = FigureTable.text(title, "section-head");
        head.setMinWidth(USE_PREF_SIZE);
        getChildren().add(new Flow(head));
        if (!caption.isEmpty()) {
            getChildren().add(words(caption));
        }
        getChildren().addAll(content);
    }

    /** Something more beside the head. */
    StudyCard beside(Node... nodes) {
        Flow head = (Flow) getChildren().getFirst();
        head.setHgap(8);
        head.getChildren().addAll(List.of(nodes));
        return this;
    }

    /** Words that take the lines they need. */
    static Label words(String text, String... styles) {
        Label label = FigureTable.text(text, styles.length == 0 ? new String[] {"secondary", "muted"} : styles);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
