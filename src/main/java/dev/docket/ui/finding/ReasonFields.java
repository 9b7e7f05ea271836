package dev.docket.ui.finding;

import dev.docket.policy.Rationale;
import dev.docket.policy.Rationale.Parameter;
import dev.docket.ui.common.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A field for each place of a reason, in the pack's order. */
final class ReasonFields extends GridPane {
    private final Map<String, Control> fields = new LinkedHashMap<>();

    ReasonFields() {
        getStyleClass().add("reason-fields");
        setHgap(10);
        setVgap(6);
    }

    /** @param values what was filled in before */
    void show(Optional<Rationale> reason, Map<String, String> values) {
        fields.clear();
        getChildren().clear();
        reason.ifPresent(of -> of.parameters().values().forEach(parameter -> add(parameter, values.getOrDefault(parameter.name(), ""))));
        setVisible(!fields.isEmpty());
        setManaged(!fields.isEmpty());
    }

    private void add(Parameter parameter, String value) {
        Label name = new Label(parameter.name().replace('_', ' '));
        name.getStyleClass().add("secondary");
        Control field = parameter.type() == Rationale.Type.CHOICE ? choice(parameter, value) : typed(parameter, value);
        field.setId("parameter-" + parameter.name());
        field.setAccessibleText(name.getText());
        field.setMaxWidth(Double.MAX_VALUE);
        name.setLabelFor(field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        addRow(fields.size(), name, field);
        fields.put(parameter.name(), field);
    }

    private static Control choice(Parameter parameter, String value) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(parameter.choices());
        if (parameter.choices().contains(value)) {
            box.setValue(value);
        }
        return box;
    }

    private static Control typed(Parameter parameter, String value) {
        TextField field = new TextField(value);
        field.setPromptText(switch (parameter.type()) {
            case NUMBER -> Text.of("finding.parameter.number", parameter.min(), parameter.max());
            case DATE -> Text.of("finding.parameter.date");
            default -> Text.of("finding.parameter.text", parameter.max());
        });
        return field;
    }

    /** What is filled in, by name; what is empty is left out. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((name, field) -> {
            String value = value(field);
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        return values;
    }

    Optional<Node> firstEmpty() {
        return fields.values().stream().filter(field -> value(field).isEmpty()).map(field -> (Node) field).findFirst();
    }

    private static String value(Control field) {
        String value = field instanceof TextField text ? text.getText() : ((ComboBox<?>) field).getValue() instanceof String chosen ? chosen : "";
        return value.strip();
    }
}
