package dev.docket.ui.models;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.retrain.watch.DriftWindow;
import dev.docket.retrain.watch.Watched;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.IntervalBar;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How versions keep: whether scores come true, how often flags are overridden, whether what they are shown has moved, week by week. */
final class WatchPane extends VBox {
    private final VBox versions = new VBox(12);

    WatchPane(StudiesViewModel model) {
        super(12);
        Button look = new Button(Text.of("models.watch.look"));
        look.setId("watch");
        look.disableProperty().bind(model.work().busyProperty());
        look.setOnAction(_ -> model.watch());
        getChildren().setAll(new StudyCard(Text.of("models.watch"), Text.of("models.watch.caption"), new Flow(look)), versions);
        model.watchedProperty().subscribe(this::show);
    }

    private void show(Optional<List<Watched>> found) {
        versions.getChildren().setAll(found.isEmpty() ? List.of() : found.get().isEmpty() ? List.of(StudyCard.words(Text.of("models.watch.nothing")))
                : found.get().stream().<Node>map(WatchPane::card).toList());
    }

    private static Node card(Watched watched) {
        StudyCard card = new StudyCard(watched.model(), Text.of("models.watch.items", watched.items()));
        card.beside(watched.alerts().isEmpty() ? new Chip(Text.of("models.watch.calm"), Chip.Tone.NEUTRAL) : new Chip(Text.of("models.watch.alerts", watched.alerts().size()), Chip.Tone.WARNING));
        watched.alerts().forEach(alert -> card.getChildren().add(StudyCard.words(Text.of("models.watch.alert." + alert.cause()), "groups-differs")));
        FigureTable figures = new FigureTable();
        figures.begin(new Column(Text.of("models.watch.figure"), 0, HPos.LEFT), new Column(Text.of("models.watch.value"), 220, HPos.RIGHT), new Column(Text.of("models.watch.of"), 60, HPos.RIGHT));
        line(figures, "models.watch.ece", watched.reliability().ece());
        line(figures, "models.watch.brier", watched.reliability().brier());
        line(figures, "models.watch.overridden", watched.overridden());
        line(figures, "models.watch.recall", watched.recall());
        watched.recall().figure().whyUndefined().ifPresent(why -> figures.remark(Text.of("models.watch.why", Text.of("models.watch.recall"), why)));
        card.getChildren().add(figures);
        if (!watched.reliability().bins().isEmpty()) {
            card.getChildren().add(reliability(watched));
        }
        card.getChildren().add(drift(watched.drift()));
        if (!watched.history().isEmpty()) {
            card.getChildren().add(history(watched.history()));
        }
        return card;
    }

    private static void line(FigureTable table, String key, Estimate estimate) {
        table.row(FigureTable.text(Text.of(key)), share(estimate), FigureTable.text(Text.of("models.count", estimate.n()), "muted"));
    }

    /** A share with its interval; where there is none, why. */
    static Label share(Estimate estimate) {
        if (estimate.figure().number().isEmpty()) {
            return none(estimate.figure());
        }
        Label label = FigureTable.text(FigureWords.of(estimate.figure()), "strong");
        label.setGraphic(FigureTable.text(estimate.interval().map(i -> "[" + FigureWords.of(i.low()) + ", " + FigureWords.of(i.high()) + "]").orElse(""), "caption", "muted"));
        label.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        return label;
    }

    private static Label none(Figure figure) {
        Label none = FigureTable.text(Text.of("models.none"), "muted");
        figure.whyUndefined().ifPresent(why -> none.setTooltip(new Tooltip(why)));
        return none;
    }

    private static Node reliability(Watched watched) {
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.watch.bin"), 0, HPos.LEFT), new Column(Text.of("models.fair.n"), 48, HPos.RIGHT),
                new Column(Text.of("models.watch.score"), 70, HPos.RIGHT), new Column(Text.of("models.watch.rate"), 84, HPos.RIGHT));
        watched.reliability().bins().forEach(bin -> table.row(FigureTable.text(Text.of("models.watch.from", Figures.share(bin.low(), 1), Figures.share(bin.high(), 1))),
                FigureTable.text(Text.of("models.count", bin.n()), "muted"), FigureTable.text(FigureWords.of(bin.score())), FigureTable.text(FigureWords.of(bin.rate()), "strong")));
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox both = new HBox(16, new VBox(2, new ReliabilityChart(watched.reliability().bins()), StudyCard.words(Text.of("models.watch.axis"), "caption", "muted")), table);
        return new VBox(4, FigureTable.text(Text.of("models.watch.reliability"), "strong"), both);
    }

    private static Node drift(Watched.Moved drift) {
        VBox box = new VBox(4, FigureTable.text(Text.of("models.watch.drift"), "strong"));
        if (drift.newest().isEmpty()) {
            box.getChildren().add(StudyCard.words(Text.of("models.watch.drift.few")));
            return box;
        }
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.watch.window"), 0, HPos.LEFT), new Column(Text.of("models.watch.label"), 180, HPos.LEFT), new Column(Text.of("models.watch.ks"), 50, HPos.RIGHT),
                new Column(Text.of("models.watch.p"), 64, HPos.RIGHT), new Column(Text.of("models.watch.psi"), 50, HPos.RIGHT), new Column(Text.of("models.fair.result"), 110, HPos.LEFT));
        drift.before().ifPresent(window -> rows(table, "models.watch.window.before", window));
        drift.newest().ifPresent(window -> rows(table, "models.watch.window.newest", window));
        box.getChildren().add(table);
        return box;
    }

    private static void rows(FigureTable table, String key, DriftWindow window) {
        String name = Text.of(key, window.window(), window.reference());
        table.row(FigureTable.text(name), FigureTable.text(Text.of("models.watch.together")), new Region(), FigureTable.text(FigureWords.of(window.p())), new Region(),
                FigureTable.text(Text.of(window.drifted() ? "models.watch.moved" : "models.watch.still"), window.drifted() ? "groups-differs" : "muted"));
        window.labels().forEach(label -> table.row(new Region(), FigureTable.text(label.label(), "muted"), FigureTable.text(FigureWords.of(label.ks()), "muted"),
                FigureTable.text(label.p() < 0.001 ? Text.of("models.fair.p.small", Figures.share(0.001, 3)) : FigureWords.of(label.p()), "muted"), FigureTable.text(FigureWords.of(label.psi()), "muted"), new Region()));
    }

    private static Node history(List<Watched.Week> weeks) {
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.watch.week"), 0, HPos.LEFT), new Column(Text.of("models.fair.n"), 48, HPos.RIGHT),
                new Column(Text.of("models.watch.overridden.short"), 140, HPos.RIGHT), new Column(Text.of("models.fair.interval"), 110, HPos.LEFT), new Column(Text.of("models.watch.ece"), 110, HPos.RIGHT));
        weeks.reversed().forEach(week -> table.row(FigureTable.text(Figures.day(week.monday())), FigureTable.text(Text.of("models.count", week.items()), "muted"), share(week.overridden()),
                week.overridden().interval().<Node>map(i -> new IntervalBar(0, 1, i.low(), week.overridden().figure().number().orElse(0), i.high(), OptionalDouble.empty())).orElseGet(Region::new),
                week.ece().number().isPresent() ? FigureTable.text(FigureWords.of(week.ece())) : none(week.ece())));
        return new VBox(4, FigureTable.text(Text.of("models.watch.history"), "strong"), table);
    }
}
