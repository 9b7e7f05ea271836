package dev.docket.ui.export;

import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Ends;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card of the screen: a head, then lines with words left and a figure right. */
public final class ExportCard extends VBox {
    private final Label title = new Label();
    private final Ends head = new Ends();
    private final VBox lines = new VBox();

    public ExportCard() {
        getStyleClass().addAll("card", "export-card");
        title.getStyleClass().add("section-head");
        head.getStyleClass().add("export-card-head");
        lines.getStyleClass().add("export-card-lines");
        getChildren().setAll(head, lines);
    }

    void show(String words, Node beside, List<? extends Node> content) {
        title.setText(words);
        head.fill(List.of(title), beside == null ? List.of() : List.of(beside));
        lines.getChildren().setAll(content);
    }

    /** Words, what they mean in smaller letters, and a figure at the edge; empty text leaves a part out. */
    static HBox line(String icon, String words, String detail, String figure) {
        HBox line = new HBox();
        line.getStyleClass().add("export-line");
        Label label = new Label(words);
        label.setWrapText(true);
        if (!icon.isEmpty()) {
            line.getChildren().add(new FontIcon(icon));
        }
        VBox text = new VBox(label);
        text.setAlignment(Pos.CENTER_LEFT);
        if (!detail.isEmpty()) {
            Label small = caption(detail);
            small.setWrapText(true);
            text.getChildren().add(small);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        line.getChildren().add(text);
        if (!figure.isEmpty()) {
            Label value = new Label(figure);
            value.getStyleClass().add("bold");
            value.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(value);
        }
        return line;
    }

    static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "muted");
        return label;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static Chip passed(String words) {
        return new Chip(words, Chip.Tone.SUCCESS, "mdal-check");
    }
}
