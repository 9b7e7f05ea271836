package dev.docket.ui.export;

import dev.docket.export.ExportMode;
import dev.docket.export.Split;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What would be written, label by split, the total last. As tall as its lines. */
public final class PreviewTable extends VBox {
    private static final double ROW = 30;
    private static final double HEAD = 30;
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");

    private final TableView<Preview.Line> table = new TableView<>();

    public PreviewTable() {
        getStyleClass().addAll("card", "export-card", "preview-card");
        Label title = new Label(Text.of("export.preview"));
        title.getStyleClass().add("section-head");
        Ends head = new Ends(List.of(title), SplitBar.ORDER.stream().map(PreviewTable::legend).toList());
        head.getStyleClass().add("export-card-head");
        table.getStyleClass().add("preview-table");
        table.setAccessibleText(Text.of("export.preview"));
        table.setFixedCellSize(ROW);
        table.setSelectionModel(null);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> new Row());
        column("export.column.label", 150, Pos.CENTER_LEFT, PreviewTable::label);
        column("export.column.leaves", 76, Pos.CENTER_LEFT, PreviewTable::leaves);
        for (Split split : SplitBar.ORDER) {
            column("export.split." + split.word(), 54, Pos.CENTER_RIGHT, line -> figure(line.of(split), line));
        }
        column("export.column.share", 90, Pos.CENTER_LEFT, PreviewTable::bar);
        column("export.column.votes", 52, Pos.CENTER_RIGHT, line -> figure(line.votes(), line));
        column("export.column.items", 56, Pos.CENTER_RIGHT, line -> bold(figure(line.items(), line)));
        getChildren().setAll(head, table);
    }

    void show(List<Preview.Line> lines) {
        table.getItems().setAll(lines);
        double height = HEAD + ROW * lines.size() + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private void column(String key, double width, Pos alignment, Function<Preview.Line, Node> cell) {
        TableColumn<Preview.Line, Preview.Line> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(cell, alignment));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width * 0.8);
        column.setPrefWidth(width);
        column.getStyleClass().add(alignment == Pos.CENTER_RIGHT ? "right" : "left");
        table.getColumns().add(column);
    }

    private static Node label(Preview.Line line) {
        Label words = new Label(line.title());
        words.getStyleClass().add(line.isTotal() ? "bold" : "export-label");
        if (!line.severity().isEmpty()) {
            words.setGraphic(new SeverityGlyph(Severity.valueOf(line.severity())));
        }
        return words;
    }

    private static Node leaves(Preview.Line line) {
        if (line.isTotal()) {
            return new Region();
        }
        ExportMode strictest = line.modes().stream().max(Comparator.naturalOrder()).orElse(ExportMode.FULL);
        String key = line.modes().size() > 1 ? "mixed" : strictest.word().toLowerCase(Locale.ROOT);
        Label words = new Label(Text.of("export.leaves." + key));
        words.getStyleClass().addAll("secondary", strictest == ExportMode.FULL ? "muted" : "export-held-back");
        return words;
    }

    private static Node bar(Preview.Line line) {
        boolean split = SplitBar.ORDER.stream().anyMatch(s -> line.of(s) > 0);
        return split ? new SplitBar(line) : ExportCard.caption(Text.of("export.unsplit"));
    }

    private static Label figure(long number, Preview.Line line) {
        Label figure = new Label(Text.of("export.number", number));
        if (line.isTotal()) {
            bold(figure);
        }
        return figure;
    }

    private static Label bold(Label label) {
        label.getStyleClass().add("bold");
        return label;
    }

    private static Node legend(Split split) {
        Region mark = new Region();
        mark.getStyleClass().addAll("split-mark", "split-" + split.word());
        Label words = ExportCard.caption(Text.of("export.legend." + split.word()));
        words.setGraphic(mark);
        return words;
    }

    private static final class Row extends TableRow<Preview.Line> {
        @Override
        protected void updateItem(Preview.Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(TOTAL, !empty && line.isTotal());
        }
    }

    private static final class Cell extends TableCell<Preview.Line, Preview.Line> {
        private final Function<Preview.Line, Node> content;

        Cell(Function<Preview.Line, Node> content, Pos alignment) {
            this.content = content;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(Preview.Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty ? null : content.apply(line));
        }
    }
}
