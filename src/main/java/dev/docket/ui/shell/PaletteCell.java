package dev.docket.ui.shell;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One command of the palette, under its group's head when it is the first of it. */
final class PaletteCell extends ListCell<PaletteCell.Line> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    /**
     * @param first whether the group's head stands over it
     * @param isRest whether it stands for those not listed, and the palette stays
     */
    record Line(Command command, boolean first, boolean isRest) {}

    PaletteCell(Consumer<Line> run) {
        getStyleClass().add("palette-cell");
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                run.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        setTooltip(new Tooltip(line.command().title() + "  " + line.command().aside()));
        HBox row = row(line.command());
        row.pseudoClassStateChanged(CHOSEN, isSelected());
        VBox box = new VBox(row);
        if (line.first()) {
            Label head = new Label(Text.of("palette.group." + line.command().group().name().toLowerCase(Locale.ROOT)));
            head.getStyleClass().addAll("caption-head", "palette-head");
            box.getChildren().addFirst(head);
        }
        setGraphic(box);
        setAccessibleText(line.command().title() + " " + line.command().aside());
    }

    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        if (getGraphic() instanceof VBox box) {
            box.getChildren().getLast().pseudoClassStateChanged(CHOSEN, selected);
        }
    }

    private static HBox row(Command command) {
        Label title = new Label(command.title());
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        Label aside = new Label(command.aside());
        aside.getStyleClass().addAll("secondary", "muted");
        aside.setMinWidth(0);
        // what the title leaves: as wide as its words it would squeeze the title away
        aside.setPrefWidth(0);
        aside.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(aside, Priority.ALWAYS);
        HBox row = new HBox(new FontIcon(command.icon()), title, aside);
        command.keys().forEach(key -> row.getChildren().add(Keycap.small(key)));
        row.getStyleClass().add("palette-row");
        row.pseudoClassStateChanged(IMPOSSIBLE, !command.possible());
        return row;
    }
}
