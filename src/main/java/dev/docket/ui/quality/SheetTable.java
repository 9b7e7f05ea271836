package dev.docket.ui.quality;

import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Every figure of a sheet, as a table. In the sheet's order: it cannot be sorted, so that nobody can be made first or last. */
final class SheetTable extends TableView<List<Cell>> {
    private static final double ROW = 28;
    private static final double HEAD = 30;
    private static final int MOST_ROWS = 12;

    SheetTable(Sheet sheet) {
        getStyleClass().add("sheet-table");
        setAccessibleText(SheetWords.title(sheet.kind()));
        setFixedCellSize(ROW);
        for (int c = 0; c < sheet.columns().size(); c++) {
            getColumns().add(column(sheet, c));
        }
        getItems().setAll(sheet.rows());
        double height = HEAD + ROW * Math.min(MOST_ROWS, Math.max(1, sheet.rows().size())) + 20;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setPlaceholder(new javafx.scene.control.Label(SheetWords.none(sheet.kind())));
    }

    private static TableColumn<List<Cell>, String> column(Sheet sheet, int place) {
        Sheet.Column each = sheet.columns().get(place);
        TableColumn<List<Cell>, String> column = new TableColumn<>(SheetWords.head(each));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(SheetWords.line(row.getValue().get(place), each.type())));
        column.setSortable(false);
        column.setReorderable(false);
        boolean figure = each.type() == Type.RATE || each.type() == Type.INDEX || each.type() == Type.DIFFERENCE;
        column.setPrefWidth(each.type() == Type.WORDS ? 190 : figure ? 216 : 110);
        return column;
    }
}
