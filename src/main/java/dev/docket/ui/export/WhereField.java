package dev.docket.ui.export;

import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.ui.common.Text;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The selection typed in the language of the queue's search and of {@code --where}; Enter asks for it. What is wrong is said below and changes nothing. */
public final class WhereField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final TextField words = new TextField();
    private final Label said = new Label();

    public WhereField() {
        getStyleClass().add("where-field");
        words.setId("export-where");
        words.getStyleClass().add("mono");
        words.setPromptText(Text.of("export.where.prompt"));
        words.setAccessibleText(Text.of("export.where"));
        said.setId("export-where-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().addAll("secondary", "where-wrong");
        say("");
        getChildren().setAll(words, said);
    }

    /** Before it is shown. */
    void bind(ExportViewModel model) {
        model.order().selectionProperty().subscribe(selection -> {
            words.setText(selection.where());
            say("");
        });
        words.setOnAction(_ -> {
            try {
                Selection wanted = Selection.parse(words.getText());
                model.choicesProperty().get().check(wanted);
                say("");
                words.setText(wanted.where());
                model.order().select(wanted);
            } catch (SelectionException e) {
                say(Text.of("export.where.wrong", e.getMessage()));
            }
        });
    }

    private void say(String what) {
        said.setText(what);
        said.setVisible(!what.isEmpty());
        said.setManaged(!what.isEmpty());
        words.pseudoClassStateChanged(WRONG, !what.isEmpty());
    }
}
