package dev.docket.ui.models;

import dev.docket.retrain.TrainingReport;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Text;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.layout.VBox;

/** What a run promises of privacy and balance, how its head was attacked, and what is not covered. Empty where it says nothing of either. */
public final class PromisesCard extends VBox {

    void show(Optional<TrainingReport> report) {
        getChildren().clear();
        report.filter(of -> !of.privacySentences().isEmpty() || of.balance().isPresent()).ifPresent(of -> {
            StudyCard card = new StudyCard(Text.of("models.promises"), of.privacy().isPresent() ? "" : Text.of("models.promises.plain"));
            of.privacySentences().forEach(sentence -> card.getChildren().add(StudyCard.words(sentence, "secondary")));
            of.balance().ifPresent(balance -> {
                FigureTable table = new FigureTable();
                table.begin(new Column(Text.of("models.promises.label", balance.by()), 0, HPos.LEFT), new Column(Text.of("models.promises.before"), 120, HPos.RIGHT), new Column(Text.of("models.promises.after"), 120, HPos.RIGHT));
                balance.rows().forEach(row -> table.row(FigureTable.text(row.label()), FigureTable.text(FigureWords.of(row.before()), "muted"), FigureTable.text(FigureWords.of(row.after()), "strong")));
                card.getChildren().add(table);
            });
            getChildren().add(card);
        });
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }
}
