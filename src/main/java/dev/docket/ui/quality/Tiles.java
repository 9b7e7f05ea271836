package dev.docket.ui.quality;

import dev.docket.metrics.Estimate;
import dev.docket.report.QualityFigures;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The headline figures: six tiles in a line, or in two where it is narrow or the text is large. */
public final class Tiles extends GridPane {
    private static final double WIDEST_ROW = 1_000;

    private QualityFigures shown;
    private int columns;

    public Tiles() {
        getStyleClass().add("quality-tiles");
        widthProperty().subscribe(width -> lay(width.doubleValue()));
    }

    void show(QualityFigures figures) {
        shown = figures;
        getChildren().setAll(
                tile("waiting", Text.of("quality.count", figures.waiting()), Text.of("quality.tile.waiting.more", figures.held()), false),
                tile("due", Text.of("quality.count", figures.soon()), Text.of("quality.tile.due.more", figures.overdue()), figures.overdue() > 0),
                tile("decided", Text.of("quality.count", figures.decided()), Text.of("quality.tile.decided.more", figures.doubles()), false),
                tile("unsure", words(figures.unsure()), more(figures.unsure()), false),
                tile("overturned", words(figures.overturned()), more(figures.overturned()), false),
                tile("halted", Text.of("quality.count", figures.halted()), Text.of("quality.tile.halted.more"), false));
        columns = 0;
        lay(getWidth());
    }

    private static String words(Estimate estimate) {
        return SheetWords.words(Cell.of(estimate), Type.RATE);
    }

    private static String more(Estimate estimate) {
        Cell cell = Cell.of(estimate);
        return cell instanceof Cell.Rate ? Text.of("quality.tile.rate", SheetWords.interval(estimate, Type.RATE), estimate.n()) : Text.of("quality.tile.few", estimate.n());
    }

    private static VBox tile(String name, String figure, String more, boolean warning) {
        Label head = line(Text.of("quality.tile." + name), "caption", "muted");
        Label value = line(figure, "figure");
        if (warning) {
            value.getStyleClass().add("sheet-late");
        }
        Label detail = line(more, "caption", "muted");
        VBox tile = new VBox(head, value, detail);
        tile.setId("tile-" + name);
        tile.getStyleClass().addAll("card", "quality-tile");
        return tile;
    }

    private static Label line(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        Tip.on(label, words);
        return label;
    }

    private void lay(double width) {
        int wanted = width >= WIDEST_ROW ? 6 : 3;
        if (shown == null || wanted == columns) {
            return;
        }
        columns = wanted;
        getColumnConstraints().clear();
        for (int c = 0; c < wanted; c++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / wanted);
            getColumnConstraints().add(constraints);
        }
        for (int t = 0; t < getChildren().size(); t++) {
            GridPane.setConstraints(getChildren().get(t), t % wanted, t / wanted);
        }
    }
}
