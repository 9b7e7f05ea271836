package dev.docket.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A small table of figures: the first column of words takes what room is left, numbers stand to the right. */
public class FigureTable extends GridPane {
    private final ObservableValue<Double> textSize = TextSize.around(this);
    private int rows;

    /** One column. @param width in pixels; 0 for what is left */
    public record Column(String head, double width, HPos side) {}

    public FigureTable() {
        getStyleClass().add("figure-table");
    }

    /** Empties the table and writes its head. */
    public final void begin(Column... columns) {
        getChildren().clear();
        getColumnConstraints().clear();
        rows = 0;
        for (Column column : columns) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column.side());
            if (column.width() == 0) {
                constraints.setHgrow(Priority.ALWAYS);
                textSize.subscribe(size -> constraints.setMinWidth(96 * size));
            } else {
                textSize.subscribe(size -> {
                    constraints.setMinWidth(column.width() * size);
                    constraints.setPrefWidth(column.width() * size);
                });
            }
            getColumnConstraints().add(constraints);
        }
        Node[] heads = new Node[columns.length];
        for (int c = 0; c < columns.length; c++) {
            heads[c] = head(columns[c].head());
        }
        row(heads);
    }

    private static Label head(String words) {
        Label head = text(words, "caption-head");
        head.setTooltip(new Tooltip(words));
        return head;
    }

    /** One row; a line is drawn over every row but the first. */
    public final void row(Node... cells) {
        if (rows > 0) {
            Region line = new Region();
            line.getStyleClass().add("figure-line");
            add(line, 0, rows, cells.length, 1);
            GridPane.setValignment(line, javafx.geometry.VPos.TOP);
        }
        for (int c = 0; c < cells.length; c++) {
            add(cells[c], c, rows);
        }
        rows++;
    }

    /** A remark over the whole width. */
    public final void remark(String words) {
        Label label = text(words, "muted");
        label.setAlignment(Pos.CENTER_LEFT);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("secondary", "figure-remark");
        add(label, 0, rows++, Math.max(1, getColumnConstraints().size()), 1);
    }

    public static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
