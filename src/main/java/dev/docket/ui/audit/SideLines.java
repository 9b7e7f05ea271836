package dev.docket.ui.audit;

import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the right column is made of. */
final class SideLines {
    private SideLines() {}

    static VBox section(String title, List<? extends Node> lines, Node... beside) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(new Paragraph(title, "section-head"), space);
        head.getChildren().addAll(beside);
        head.getStyleClass().add("audit-section-head");
        VBox section = new VBox(head);
        section.getChildren().addAll(lines);
        section.getStyleClass().add("audit-section");
        return section;
    }

    /** One link of the chain from an entry to whoever signed for it. @param state {@code sound}, {@code broken} or {@code open} */
    static Node step(String state, String title, String detail) {
        Region dot = new Region();
        dot.getStyleClass().addAll("audit-dot", state);
        VBox words = new VBox(new Paragraph(title));
        if (!detail.isEmpty()) {
            words.getChildren().add(new Paragraph(detail, "mono", "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox step = new HBox(dot, words);
        step.getStyleClass().add("audit-step");
        return step;
    }

    static Button copy(String id, String what, String content) {
        Button copy = new Button(Text.of("audit.copy"), new FontIcon("mdal-content_copy"));
        copy.setId(id);
        copy.getStyleClass().add("small-button");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(what);
        copy.setOnAction(_ -> {
            ClipboardContent text = new ClipboardContent();
            text.putString(content);
            Clipboard.getSystemClipboard().setContent(text);
        });
        return copy;
    }

    /** Text as it stands in the log, line by line. */
    static Label plain(String text) {
        return new Paragraph(text, "mono", "audit-body");
    }
}
