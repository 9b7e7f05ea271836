package dev.docket.ui.quality;

import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Kind;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One sheet with what it is about: drawn, or as a table of everything that is drawn. */
final class SheetCard extends VBox {
    private final Sheet sheet;
    private final ToggleButton asTable = new ToggleButton(Text.of("quality.table"));

    SheetCard(Sheet sheet) {
        this.sheet = sheet;
        String name = sheet.kind().name().toLowerCase(Locale.ROOT);
        setId("card-" + name);
        getStyleClass().addAll("card", "quality-card");
        Label title = new Label(SheetWords.title(sheet.kind()));
        title.getStyleClass().add("section-head");
        asTable.setId("table-" + name);
        asTable.setMinWidth(USE_PREF_SIZE);
        asTable.setAccessibleText(Text.of("quality.table.of", title.getText()));
        asTable.setVisible(!sheet.rows().isEmpty());
        Label about = new Label(SheetWords.about(sheet.kind()));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().addAll("secondary", "muted");
        getChildren().setAll(new Ends(List.of(title), List.of(asTable)), about, drawn());
        asTable.selectedProperty().subscribe(table -> getChildren().set(2, table ? new SheetTable(sheet) : drawn()));
        setAccessibleText(title.getText());
    }

    private Node drawn() {
        return sheet.kind() == Kind.THROUGHPUT && !sheet.rows().isEmpty() ? new VBox(8, legend(), new DayBars(sheet)) : new SheetChart(sheet);
    }

    private static Node legend() {
        Label arrived = new Label(Text.of("quality.column.arrived"), swatch("day-arrived"));
        Label decided = new Label(Text.of("quality.column.decided"), swatch("day-decided"));
        Flow legend = new Flow(arrived, decided);
        legend.setHgap(12);
        return legend;
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("day-swatch", style);
        return swatch;
    }

    Sheet sheet() {
        return sheet;
    }
}
