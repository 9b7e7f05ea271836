package dev.docket.ui.calibration;

import dev.docket.ui.calibration.CalibrationBoard.View;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A session in the list: what it is called and what is to be done. */
final class SessionCell extends ListCell<UUID> {
    private static final double EDGES = 32;

    private final CalibrationViewModel model;
    private final Label title = new Paragraph("", "bold");
    private final Label state = new Paragraph("", "caption", "muted");
    private final VBox lines = new VBox(title, state);

    SessionCell(CalibrationViewModel model) {
        this.model = model;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(UUID id, boolean empty) {
        super.updateItem(id, empty);
        View view = empty || id == null ? null : model.sessionsProperty().get().stream().filter(each -> each.session().id().equals(id)).findFirst().orElse(null);
        if (view == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        title.setText(view.session().title());
        boolean shown = view.session().revealed().isPresent();
        long open = view.session().items().stream().filter(one -> one.outcome().isEmpty()).count();
        state.setText(shown ? Text.of("calibration.state.shown", open) : view.left().isEmpty() ? Text.of("calibration.state.waiting") : Text.of("calibration.state.yours", view.left().size()));
        lines.maxWidthProperty().bind(getListView().widthProperty().subtract(EDGES));
        setGraphic(lines);
        setAccessibleText(title.getText() + ", " + state.getText());
    }
}
