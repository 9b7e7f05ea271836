package dev.docket.ui.finding;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Rationale;
import dev.docket.ui.common.Text;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A reason over the label it belongs to. */
final class ReasonCell extends ListCell<ReasonSheet.Row> {
    private final javafx.scene.control.Label words = new javafx.scene.control.Label();
    private final javafx.scene.control.Label of = new javafx.scene.control.Label();
    private final VBox lines = new VBox(words, of);

    ReasonCell() {
        getStyleClass().add("reason-cell");
        of.getStyleClass().addAll("caption", "muted");
        lines.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ReasonSheet.Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            words.setText(row.reason().map(Rationale::text).orElseGet(() -> Text.of("finding.reason.none")));
            of.setText(row.label().map(Label::shortTitle).orElseGet(() -> Text.of("finding.reason.note")));
            setGraphic(lines);
            setTooltip(new Tooltip(words.getText()));
            setAccessibleText(Text.of("finding.line.accessible", of.getText(), words.getText()));
        }
    }
}
