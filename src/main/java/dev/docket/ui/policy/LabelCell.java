package dev.docket.ui.policy;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A label of the pack: its key, its short title, its default severity. */
final class LabelCell extends ListCell<PolicyPack.Label> {
    LabelCell() {
        getStyleClass().add("policy-label");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PolicyPack.Label label, boolean empty) {
        super.updateItem(label, empty);
        if (empty || label == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Label title = new Label(label.shortTitle());
        title.setMinWidth(24);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(Keycap.small(label.hotkey().toUpperCase(Locale.ROOT)), title, space, SeverityTag.plainWord(label.severity()));
        line.getStyleClass().add("policy-label-cells");
        setGraphic(line);
        setAccessibleText(Text.of("policy.label.accessible", label.title(), label.hotkey(), label.severity().name()));
    }
}
