package dev.docket.ui.models;

import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelVersion;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The model card: what a version is, what was measured, and what it is not for. */
public final class CardPane extends VBox {
    /** Room for the names of facts, at the usual size of text. */
    private static final double WORDS = 96;

    public CardPane() {
        getStyleClass().add("card-pane");
    }

    void show(ModelVersion version) {
        ModelCard card = version.card();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label hash = FigureTable.text(Text.of("models.card.sha", version.sha256().hex().substring(0, 12)), "mono", "muted");
        GridPane facts = new GridPane();
        facts.getStyleClass().add("model-facts");
        ColumnConstraints words = new ColumnConstraints();
        TextSize.around(this).subscribe(size -> words.setPrefWidth(WORDS * size));
        words.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints text = new ColumnConstraints();
        text.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(words, text);
        fact(facts, "models.card.gives", List.of(card.gives()));
        fact(facts, "models.card.labels", List.of(version.thresholds().entrySet().stream()
                .map(e -> Text.of("models.card.threshold", e.getKey(), FigureWords.of(e.getValue()))).collect(Collectors.joining("\n"))));
        fact(facts, "models.card.made", List.of(card.madeOf()));
        fact(facts, "models.card.data", List.of(card.data()));
        version.parent().ifPresent(parent -> fact(facts, "models.card.parent", List.of(parent)));
        fact(facts, "models.card.figures", card.figures().stream().map(CardPane::figure).toList());
        fact(facts, "models.card.limits", card.limits());
        fact(facts, "models.card.notfor", card.notFor());
        fact(facts, "models.card.licence", List.of(card.licence()));
        getChildren().setAll(new HBox(FigureTable.text(Text.of("models.card"), "section-head"), space, hash), facts);
    }

    private static String figure(ModelCard.Figure figure) {
        return Double.isNaN(figure.low())
                ? Text.of("models.card.figure", figure.name(), FigureWords.of(figure.value()), figure.on())
                : Text.of("models.card.figure.interval", figure.name(), FigureWords.of(figure.value()), FigureWords.of(figure.low()), FigureWords.of(figure.high()), figure.on());
    }

    private static void fact(GridPane facts, String key, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Label value = FigureTable.text(String.join("\n", lines), "secondary");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        Label name = FigureTable.text(Text.of(key), "secondary", "muted");
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        facts.addRow(facts.getRowCount(), name, value);
    }
}
