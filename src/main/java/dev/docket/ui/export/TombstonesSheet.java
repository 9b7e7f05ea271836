package dev.docket.ui.export;

import dev.docket.export.Departure;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which items of the earlier set are not in this one any more, since when, and why. */
final class TombstonesSheet extends VBox {
    private static final int ROW = 30;

    private final TableView<Departure> table = new TableView<>();

    TombstonesSheet(Overlays overlays, List<Departure> gone) {
        getStyleClass().addAll("sheet", "tombstones-sheet");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(Text.of("export.gone.title", gone.size()));
        title.getStyleClass().add("section-head");
        Label about = ExportCard.caption(Text.of("export.gone.about"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        table.setId("tombstones");
        table.setAccessibleText(title.getText());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("item", 90, each -> each.item().toString().substring(0, 8));
        column("name", 280, Departure::name);
        column("at", 130, each -> each.at().map(at -> Figures.minute(at.atZone(ZoneId.systemDefault()))).orElse(""));
        column("why", 320, each -> Text.of("export.gone." + each.why().name().toLowerCase(Locale.ROOT)) + (each.codes().isEmpty() ? "" : ": " + each.codes()));
        table.getItems().setAll(gone);
        table.setPrefHeight(ROW * (Math.min(12, gone.size()) + 1.5));
        VBox.setVgrow(table, Priority.ALWAYS);
        Button close = new Button(Text.of("statements.close"));
        close.setCancelButton(true);
        close.setDefaultButton(true);
        close.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(ExportCard.space(), close);
        buttons.getStyleClass().add("days-row");
        getChildren().setAll(title, about, table, buttons);
    }

    private void column(String id, double width, Function<Departure, String> words) {
        TableColumn<Departure, String> column = new TableColumn<>(Text.of("export.gone.column." + id));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }
}
