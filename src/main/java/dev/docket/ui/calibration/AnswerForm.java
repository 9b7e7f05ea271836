package dev.docket.ui.calibration;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One's own answer to an item: given once, read by nobody else before all answers are shown. Nothing in it is preselected. */
final class AnswerForm extends VBox {
    private static final int MOST = 500;
    private static final int ROWS = 3;

    private final ComboBox<PolicyPack.Label> label = new ComboBox<>();
    private final CheckBox unsure = new CheckBox(Text.of("calibration.unsure"));
    private final TextArea why = new TextArea();

    AnswerForm(CalibrationViewModel model) {
        getStyleClass().add("calibration-form");
        label.setId("calibration-label");
        label.setPromptText(Text.of("calibration.label"));
        label.setAccessibleText(Text.of("calibration.label"));
        label.setMaxWidth(Double.MAX_VALUE);
        label.getItems().setAll(model.pack().labels());
        label.setConverter(new StringConverter<>() {
            @Override
            public String toString(PolicyPack.Label of) {
                return of == null ? "" : of.severity().name() + "  " + of.shortTitle();
            }

            @Override
            public PolicyPack.Label fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        unsure.setId("calibration-unsure");
        why.setId("calibration-why");
        why.setPrefRowCount(ROWS);
        why.setWrapText(true);
        why.setPromptText(Text.of("calibration.why"));
        why.setAccessibleText(Text.of("calibration.why"));
        why.setTextFormatter(new TextFormatter<String>(change -> change.getControlNewText().length() <= MOST ? change : null));
        Button answer = new Button(Text.of("calibration.answer"));
        answer.setId("calibration-answer");
        answer.setMaxWidth(Double.MAX_VALUE);
        answer.getStyleClass().add("commit");
        answer.disableProperty().bind(label.valueProperty().isNull());
        answer.setOnAction(_ -> model.answer(label.getValue().id(), !unsure.isSelected(), why.getText()));
        getChildren().setAll(new Paragraph(Text.of("calibration.answer.head"), "section-head"), label, unsure, why,
                new Paragraph(Text.of("calibration.answer.about"), "caption", "muted"), answer);
    }

    /** For the next item. */
    void clear() {
        label.setValue(null);
        unsure.setSelected(false);
        why.clear();
    }
}
