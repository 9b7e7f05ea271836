package dev.docket.ui.provenance;

import dev.docket.ui.common.Tip;
import dev.docket.ui.provenance.ProvenanceWords.Line;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rows of provenance: whose word, what it says, how hard it is to forge. What the file wrote is plain text, however it looks. JavaFX thread. */
public final class ProvenanceRows {

    private ProvenanceRows() {}

    /** Evidence only where it is a fault; how it can be faked where the pointer rests. */
    public static Node brief(Line line) {
        return row(line, line.isFault() ? line.evidence() : "", "");
    }

    /** With its evidence, and how it can be faked or removed. */
    public static Node full(Line line) {
        return row(line, line.evidence(), line.how());
    }

    /** With its evidence. */
    public static Node plain(Line line) {
        return row(line, line.evidence(), "");
    }

    /** A name and a value. */
    public static Node pair(String name, String value) {
        return row(new Line(name, value, "", "", false, ""), "", "");
    }

    public static Node warning(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox note = new HBox(new FontIcon("mdmz-warning"), words);
        note.getStyleClass().addAll("note", "warning");
        return note;
    }

    private static Node row(Line line, String evidence, String how) {
        Label left = wrapped(line.name(), "secondary", "muted", "provenance-name");
        Label middle = wrapped(line.value(), "secondary");
        Tip.on(middle, line.how());
        Tip.on(left, line.how());
        if (line.strong()) {
            middle.getStyleClass().addAll("strong", "bold");
        }
        VBox words = new VBox(middle);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!evidence.isEmpty()) {
            words.getChildren().add(wrapped(evidence, "provenance-evidence", "muted"));
        }
        if (!how.isEmpty()) {
            words.getChildren().add(wrapped(how, "caption", "muted", "provenance-how"));
        }
        HBox row = new HBox(left, words);
        row.getStyleClass().add("provenance-row");
        if (!line.strength().isEmpty()) {
            Label tag = new Label(ProvenanceWords.strength(line.strength()));
            tag.getStyleClass().add("strength");
            tag.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(tag);
        }
        return row;
    }

    private static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
