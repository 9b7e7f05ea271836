package dev.docket.ui.quality;

import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Kind;
import dev.docket.ui.common.TextSize;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All cards, in two columns, or in one where it is narrow or the text is large. */
public final class Cards extends HBox {
    private static final double TWO_COLUMNS = 1_100;
    private static final List<Kind> LEFT = List.of(Kind.BACKLOG, Kind.THROUGHPUT, Kind.ERRORS, Kind.MODELS, Kind.DRIFT, Kind.OVERTURNS, Kind.UNDECIDED, Kind.EXPOSURE);
    private static final List<Kind> RIGHT = List.of(Kind.AGREEMENT, Kind.DRAWN, Kind.MIX, Kind.ANCHORING, Kind.PACKS, Kind.SPREAD, Kind.GOLDEN, Kind.APART);

    private List<SheetCard> cards = List.of();
    private boolean two;
    private double size = 1;

    public Cards() {
        getStyleClass().add("quality-cards");
        widthProperty().subscribe(_ -> lay(false));
        TextSize.around(this).subscribe(now -> {
            size = now;
            lay(false);
        });
    }

    void show(List<Sheet> sheets) {
        cards = sheets.stream().map(SheetCard::new).toList();
        lay(true);
    }

    List<SheetCard> cards() {
        return cards;
    }

    private void lay(boolean anew) {
        boolean wanted = getWidth() >= TWO_COLUMNS * size;
        if (cards.isEmpty() || !anew && wanted == two && !getChildren().isEmpty()) {
            return;
        }
        two = wanted;
        getChildren().clear();
        if (two) {
            getChildren().setAll(column(LEFT), column(RIGHT));
        } else {
            getChildren().setAll(column(cards.stream().map(card -> card.sheet().kind()).toList()));
        }
    }

    private VBox column(List<Kind> kinds) {
        VBox column = new VBox();
        kinds.forEach(kind -> cards.stream().filter(card -> card.sheet().kind() == kind).forEach(column.getChildren()::add));
        column.getStyleClass().add("quality-column");
        column.setPrefWidth(1);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
