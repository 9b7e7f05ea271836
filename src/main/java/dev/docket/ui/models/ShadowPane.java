package dev.docket.ui.models;

import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.ShadowRun.Flip;
import dev.docket.retrain.ShadowRun.Judged;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The selected version beside the one in use: where their flags differ. */
final class ShadowPane extends VBox {
    /** Rows shown; the command line has them all. */
    private static final int MOST = 100;

    private final Button run = new Button();
    private final VBox found = new VBox(12);

    ShadowPane(ModelsViewModel models, StudiesViewModel model) {
        super(12);
        run.setId("runShadow");
        run.setOnAction(_ -> model.runShadow(models.selectedProperty().get().version()));
        run.disableProperty().bind(model.work().busyProperty().or(models.selectedProperty().isNull()));
        run.textProperty().bind(models.selectedProperty().map(entry -> Text.of("models.shadow.run", entry.version().name())).orElse(Text.of("models.shadow.run", "")));
        getChildren().setAll(new StudyCard(Text.of("models.shadow"), Text.of("models.shadow.caption"), new Flow(run)), found);
        model.shadowProperty().subscribe(this::show);
    }

    private void show(Optional<ShadowRun.Outcome> outcome) {
        found.getChildren().clear();
        outcome.ifPresent(of -> found.getChildren().add(card(of)));
    }

    private static StudyCard card(ShadowRun.Outcome outcome) {
        String beside = outcome.inUse().map(name -> Text.of("models.shadow.beside", outcome.shadow(), name)).orElseGet(() -> Text.of("models.shadow.alone", outcome.shadow()));
        String counts = Text.of("models.shadow.counts", outcome.items(), outcome.flips().size(), outcome.judged(Judged.TOWARDS), outcome.judged(Judged.AWAY), outcome.judged(Judged.UNDECIDED));
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.shadow.item"), 0, HPos.LEFT), new Column(Text.of("models.watch.label"), 170, HPos.LEFT), new Column(Text.of("models.shadow.before"), 56, HPos.RIGHT),
                new Column(Text.of("models.shadow.after"), 56, HPos.RIGHT), new Column(Text.of("models.shadow.flag"), 110, HPos.LEFT), new Column(Text.of("models.shadow.verdict"), 120, HPos.LEFT));
        outcome.flips().stream().limit(MOST).forEach(flip -> table.row(FigureTable.text(flip.shortId(), "mono"), FigureTable.text(flip.label()), FigureTable.text(FigureWords.of(flip.before()), "muted"),
                FigureTable.text(FigureWords.of(flip.after()), "strong"), FigureTable.text(Text.of(flip.flags() ? "models.shadow.flags" : "models.shadow.drops")), judged(flip)));
        if (outcome.flips().isEmpty()) {
            table.remark(Text.of("models.shadow.none"));
        }
        if (outcome.flips().size() > MOST) {
            table.remark(Text.of("models.shadow.more", outcome.flips().size() - MOST, outcome.shadow()));
        }
        if (outcome.unreadable() > 0) {
            table.remark(Text.of("models.shadow.unreadable", outcome.unreadable()));
        }
        table.remark(Text.of("models.shadow.learned"));
        return new StudyCard(beside, counts, table);
    }

    private static Label judged(Flip flip) {
        return FigureTable.text(Text.of("models.shadow.judged." + flip.judged()), flip.judged() == Judged.AWAY ? "groups-differs" : "muted");
    }
}
