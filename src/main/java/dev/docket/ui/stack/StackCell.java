package dev.docket.ui.stack;

import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Clock;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A stack in the list: its title, how many items it has, how much time is left. */
final class StackCell extends ListCell<Stack> {
    private final Clock clock;

    StackCell(Clock clock) {
        this.clock = clock;
        getStyleClass().add("stack-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Stack stack, boolean empty) {
        super.updateItem(stack, empty);
        if (empty || stack == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String left = stack.due().map(due -> left(Duration.between(clock.instant(), due))).orElse("");
        Label title = new Label(stack.title());
        title.getStyleClass().add("strong");
        Label figures = new Label(Text.of("stack.row.figures", stack.open(), Math.round(stack.distance())));
        figures.getStyleClass().addAll("caption", "muted");
        stack.severity().ifPresent(severity -> figures.setGraphic(new SeverityGlyph(severity)));
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label due = new Label(stack.due().map(at -> brief(Duration.between(clock.instant(), at))).orElse(""));
        due.setMinWidth(Region.USE_PREF_SIZE);
        due.getStyleClass().addAll("caption", "muted");
        HBox row = new HBox(title, due);
        row.getStyleClass().add("stack-cell-row");
        VBox lines = new VBox(row, figures);
        lines.getStyleClass().add("stack-cell-lines");
        setGraphic(lines);
        setAccessibleText(Text.of("stack.row.accessible", stack.title(), stack.open(), left, stack.severity().map(SeverityTag::title).orElse("")));
    }

    private static String left(Duration left) {
        return left.isNegative() ? Text.of("stack.overdue") : Spans.words(left);
    }

    private static String brief(Duration left) {
        return left.isNegative() ? Text.of("stack.overdue") : Spans.brief(left);
    }
}
