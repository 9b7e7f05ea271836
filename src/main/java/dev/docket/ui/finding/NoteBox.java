package dev.docket.ui.finding;

import dev.docket.ui.common.PersonalWords;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Finding;
import java.util.Collection;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** A note in the reviewer's own words, with its length and a warning where it seems to point at a person. */
public final class NoteBox extends VBox {
    private final TextArea area = new TextArea();
    private final Label count = new Label();
    private final Label warning = new Label();
    private String warned = "";

    public NoteBox(String words) {
        getStyleClass().add("note-box");
        setSpacing(4);
        area.setId("note");
        area.setPromptText(Text.of("finding.note.prompt"));
        area.setAccessibleText(Text.of("finding.note.prompt"));
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.textProperty().addListener((o, was, now) -> {
            if (now.length() > Finding.NOTE_CHARS) {
                area.setText(was);
            }
        });
        count.getStyleClass().addAll("caption", "muted");
        warning.getStyleClass().add("pending-advice");
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        area.setText(words);
        area.textProperty().subscribe(text -> {
            count.setText(Text.of("finding.note.count", text.length(), Finding.NOTE_CHARS));
            warn(text);
        });
        getChildren().setAll(area, count, warning);
    }

    /** Whether it is to be taken: it points at nobody, or the reviewer was warned of just this and takes it nonetheless. */
    boolean isChecked(Collection<String> parameters) {
        String all = area.getText() + "\n" + String.join("\n", parameters);
        boolean known = all.equals(warned);
        String kinds = warn(all);
        warned = all;
        return kinds.isEmpty() || known;
    }

    private String warn(String text) {
        String kinds = PersonalWords.in(text);
        warning.setText(kinds.isEmpty() ? "" : Text.of("finding.note.personal", kinds));
        warning.setVisible(!kinds.isEmpty());
        warning.setManaged(!kinds.isEmpty());
        return kinds;
    }

    /** Empty when there is none. */
    public Optional<String> words() {
        return Optional.of(area.getText().strip()).filter(text -> !text.isEmpty());
    }

    void newLine() {
        area.replaceSelection("\n");
    }
}
