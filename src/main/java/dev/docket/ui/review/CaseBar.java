package dev.docket.ui.review;

import dev.docket.ui.common.Text;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line over the picture where something about the case has to be known: not saved, no longer leased, looked at again. */
public final class CaseBar extends HBox {
    private final FontIcon icon = new FontIcon("mdmz-warning");
    private final Label words = new Label();
    private final Button retry = new Button(Text.of("review.retry"));

    public CaseBar() {
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        retry.setId("retry");
        retry.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(icon, words, retry);
    }

    /** To be called once. */
    void bind(ReviewViewModel model) {
        DoneWords done = new DoneWords(model.pack());
        retry.setOnAction(e -> model.retry());
        Runnable draw = () -> draw(model, done);
        model.leaseLostProperty().subscribe(lost -> draw.run());
        model.recalledProperty().subscribe(recalled -> draw.run());
        model.tray().failureProperty().subscribe(failure -> draw.run());
        model.troubleProperty().subscribe(trouble -> draw.run());
    }

    private void draw(ReviewViewModel model, DoneWords done) {
        String failure = model.tray().failureProperty().get();
        Optional<Recalled> back = model.recalledProperty().get();
        if (!failure.isEmpty()) {
            show("danger", "mdmz-warning", Text.of("review.notsaved", failure));
        } else if (!model.troubleProperty().get().isEmpty()) {
            show("danger", "mdmz-warning", Text.of("review.silent", model.troubleProperty().get()));
        } else if (back.isPresent()) {
            show("plain", "mdal-history", Text.of(back.get().wasBlind() ? "review.back.second" : "review.back", done.of(back.get().verdict())));
        } else {
            show("warning", "mdmz-warning", model.leaseLostProperty().get() ? Text.of("review.lost") : "");
        }
        retry.setVisible(!failure.isEmpty());
        retry.setManaged(!failure.isEmpty());
    }

    private void show(String tone, String sign, String sentence) {
        getStyleClass().setAll("note", tone, "case-bar");
        icon.setIconLiteral(sign);
        words.setText(sentence);
        setVisible(!sentence.isEmpty());
        setManaged(!sentence.isEmpty());
    }
}
