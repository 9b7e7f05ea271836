package dev.docket.ui.calibration;

import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;

/** What a lead makes of an item once all answers were shown: a note for the policy, a golden item, or nothing. */
final class SettleForm extends VBox {
    private static final int MOST = 500;
    private static final int ROWS = 3;

    private final TextArea words = new TextArea();
    private final CalibrationViewModel model;

    SettleForm(CalibrationViewModel model) {
        this.model = model;
        getStyleClass().add("calibration-form");
        words.setId("calibration-words");
        words.setPrefRowCount(ROWS);
        words.setWrapText(true);
        words.setPromptText(Text.of("calibration.settle.words"));
        words.setAccessibleText(Text.of("calibration.settle.words"));
        words.setTextFormatter(new TextFormatter<String>(change -> change.getControlNewText().length() <= MOST ? change : null));
        Flow outcomes = new Flow(button(Outcome.NOTE), button(Outcome.GOLDEN), button(Outcome.OPEN));
        outcomes.getStyleClass().add("calibration-flow");
        getChildren().setAll(new Paragraph(Text.of("calibration.settle"), "section-head"), new Paragraph(Text.of("calibration.settle.about"), "caption", "muted"), words, outcomes);
    }

    private Button button(Outcome outcome) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        Button button = new Button(Text.of("calibration.settle." + name));
        button.setId("settle-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        if (outcome != Outcome.OPEN) {
            words.textProperty().subscribe(text -> button.setDisable(text.isBlank()));
        }
        button.setOnAction(_ -> model.settle(outcome, words.getText().strip()));
        return button;
    }

    void clear() {
        words.clear();
    }
}
