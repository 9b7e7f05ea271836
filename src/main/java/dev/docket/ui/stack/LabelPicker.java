package dev.docket.ui.stack;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The labels of the pack for all that is ticked: choosing one decides nothing yet. Nothing in it is ever preselected. */
public final class LabelPicker extends VBox {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final Map<String, Button> rows = new HashMap<>();
    private final Button more = new Button(Text.of("stack.labels.more"));

    public LabelPicker() {
        getStyleClass().add("stack-labels");
    }

    /** @param others asks for one of the labels that have no key of their own */
    void fill(PolicyPack pack, ObservableValue<KeyMap> keys, Consumer<Label> choose, Runnable others) {
        getChildren().clear();
        pack.labels().stream().filter(label -> label.hotkey().matches("[1-9]")).forEach(label -> {
            Button row = row(label, keys, pack, choose);
            rows.put(label.id(), row);
            getChildren().add(row);
        });
        more.setGraphic(KeyHint.of(keys, KeyCommand.MORE_LABELS));
        more.setId("stack-more-labels");
        more.getStyleClass().add("link-button");
        more.setOnAction(_ -> others.run());
        getChildren().add(more);
    }

    /** Marks the one that is chosen; one behind {@code 0} names itself there. */
    void show(Optional<Label> chosen) {
        rows.forEach((id, row) -> row.pseudoClassStateChanged(PICKED, chosen.filter(label -> label.id().equals(id)).isPresent()));
        boolean other = chosen.isPresent() && !rows.containsKey(chosen.get().id());
        more.setText(other ? Text.of("stack.labels.chosen", chosen.get().shortTitle()) : Text.of("stack.labels.more"));
        more.pseudoClassStateChanged(PICKED, other);
    }

    private static Button row(Label label, ObservableValue<KeyMap> keys, PolicyPack pack, Consumer<Label> choose) {
        javafx.scene.control.Label title = new javafx.scene.control.Label(label.shortTitle());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        title.getStyleClass().add("strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        SeverityTag severity = new SeverityTag(label.severity());
        String spreads = Text.of("stack.rule." + label.propagation().word());
        javafx.scene.control.Label rule = new javafx.scene.control.Label(spreads);
        rule.getStyleClass().addAll("caption", "muted");
        rule.setMinWidth(USE_PREF_SIZE);
        HBox cells = new HBox(KeyHint.of(keys, map -> map.caps(label), Keycap::small), title, rule, severity);
        cells.getStyleClass().add("stack-label-cells");
        Button row = new Button(null, cells);
        row.setId("stack-label-" + label.id());
        row.getStyleClass().setAll("stack-label");
        row.setMaxWidth(Double.MAX_VALUE);
        Tip.on(row, label.title());
        keys.subscribe(map -> row.setAccessibleText(Text.of("stack.label.accessible", String.join(" ", map.caps(label)), label.title(), label.severity().name(),
                pack.actions().get(label.defaultAction()).title(), spreads)));
        row.setOnAction(_ -> choose.accept(label));
        cells.prefWidthProperty().bind(row.widthProperty().subtract(12));
        return row;
    }

    /** The labels behind {@code 0}. */
    static List<Label> others(PolicyPack pack) {
        return pack.labels().stream().filter(label -> label.hotkey().matches("0 [a-z]")).toList();
    }
}
