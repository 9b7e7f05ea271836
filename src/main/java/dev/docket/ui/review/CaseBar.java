package dev.docket.ui.review;

import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line over the picture where something about the case has to be known: not saved, no longer leased, looked at again, carried over before it was taken back. */
public final class CaseBar extends HBox {
    private final FontIcon icon = new FontIcon("mdmz-warning");
    private final Label words = new Label();
    private final Button retry = new Button(Text.of("review.retry"));
    private final Button reverse = new Button();
    private final Button rest = new Button(Text.of("care.break.take"));
    private final Button later = new Button(Text.of("care.break.notnow"));

    public CaseBar() {
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        retry.setId("retry");
        retry.setMinWidth(USE_PREF_SIZE);
        reverse.setId("reverse");
        reverse.setMinWidth(USE_PREF_SIZE);
        rest.setId("break");
        later.setId("breakLater");
        List.of(rest, later).forEach(b -> b.setMinWidth(USE_PREF_SIZE));
        getChildren().setAll(icon, words, retry, reverse, rest, later);
    }

    /** To be called once. */
    void bind(ReviewViewModel model, ObservableValue<KeyMap> keys) {
        DoneWords done = new DoneWords(model.pack());
        retry.setOnAction(e -> model.retry());
        reverse.setGraphic(KeyHint.of(keys, KeyCommand.REVERSE));
        reverse.setOnAction(e -> model.reverse());
        model.carriedProperty().subscribe(carried -> draw(model, done, keys));
        rest.setGraphic(KeyHint.of(keys, KeyCommand.BREAK));
        rest.setOnAction(e -> model.takeBreak());
        later.setGraphic(KeyHint.of(keys, KeyCommand.GO_ON));
        later.setOnAction(e -> model.goOn());
        Runnable draw = () -> draw(model, done, keys);
        model.leaseLostProperty().subscribe(lost -> draw.run());
        model.recalledProperty().subscribe(recalled -> draw.run());
        model.tray().failureProperty().subscribe(failure -> draw.run());
        model.troubleProperty().subscribe(trouble -> draw.run());
        model.breakDueProperty().subscribe(due -> draw.run());
        keys.subscribe(map -> draw.run());
        model.situationProperty().subscribe(situation -> draw.run());
    }

    private void draw(ReviewViewModel model, DoneWords done, ObservableValue<KeyMap> keys) {
        String failure = model.tray().failureProperty().get();
        Optional<Recalled> back = model.recalledProperty().get();
        boolean offer = false;
        boolean split = false;
        if (!failure.isEmpty()) {
            show("danger", "mdmz-warning", Text.of("review.notsaved", failure));
        } else if (!model.troubleProperty().get().isEmpty()) {
            show("danger", "mdmz-warning", Text.of("review.silent", model.troubleProperty().get()));
        } else if (back.isPresent()) {
            show("plain", "mdal-history", Text.of(back.get().wasBlind() ? "review.back.second" : "review.back",
                    done.of(back.get().verdict()), keys.getValue().said(KeyCommand.GO_ON)));
        } else if (model.leaseLostProperty().get()) {
            show("warning", "mdmz-warning", Text.of("review.lost"));
        } else if (model.carriedProperty().get().isPresent()) {
            split = true;
            long items = model.carriedProperty().get().get().items();
            reverse.setText(Text.of("review.carried.reverse", items));
            show("plain", "mdal-call_split", Text.of("review.carried", items));
        } else {
            // at a limit, or between lanes, Enter goes on and the break has its own button
            offer = model.breakDueProperty().get() && model.situationProperty().get() == Situation.CASE;
            show("plain", "mdal-free_breakfast", offer ? Text.of("care.offer", Spans.words(model.casework().care().worked())) : "");
        }
        present(retry, !failure.isEmpty());
        present(reverse, split);
        present(rest, offer);
        present(later, offer);
    }

    private static void present(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private void show(String tone, String sign, String sentence) {
        List<String> classes = List.of("note", tone, "case-bar");
        if (!getStyleClass().equals(classes)) {
            getStyleClass().setAll(classes);
        }
        icon.setIconLiteral(sign);
        words.setText(sentence);
        setVisible(!sentence.isEmpty());
        setManaged(!sentence.isEmpty());
    }
}
