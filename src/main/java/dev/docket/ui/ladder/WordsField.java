package dev.docket.ui.ladder;

import dev.docket.ui.common.PersonalWords;
import dev.docket.ui.common.Text;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A few lines of plain text with a limit, and a warning where they look like they point at a person. Tab leaves it. */
final class WordsField extends VBox {
    private static final int ROWS = 4;

    private final TextArea area = new TextArea();
    private final Label left = new Label();
    private final Label warning = new Label();

    /** @param most characters */
    WordsField(String prompt, int most) {
        getStyleClass().add("words-field");
        area.setId("words");
        area.setWrapText(true);
        area.setPrefRowCount(ROWS);
        area.setAccessibleText(prompt);
        area.setTextFormatter(new TextFormatter<String>(change -> change.getControlNewText().length() <= most ? change : null));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        left.getStyleClass().addAll("caption", "muted");
        warning.getStyleClass().addAll("secondary", "warning-words");
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        area.textProperty().subscribe(text -> draw(text, most));
        Label head = new Label(prompt);
        head.getStyleClass().addAll("caption", "muted");
        head.setLabelFor(area);
        getChildren().setAll(head, area, left, warning);
    }

    private void draw(String text, int most) {
        left.setText(Text.of("ladder.words.left", most - text.length()));
        String kinds = PersonalWords.in(text);
        warning.setText(kinds.isEmpty() ? "" : Text.of("ladder.words.personal", kinds));
        warning.setVisible(!kinds.isEmpty());
        warning.setManaged(!kinds.isEmpty());
    }

    String words() {
        return area.getText().strip();
    }

    TextArea area() {
        return area;
    }
}
