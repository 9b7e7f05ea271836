package dev.docket.ui.models;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.ThresholdChoice;
import dev.docket.metrics.ThresholdChoice.Target;
import dev.docket.retrain.threshold.LabelScores;
import dev.docket.retrain.threshold.LabelScores.Effect;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.IntervalBar;
import dev.docket.ui.common.Text;
import dev.docket.ui.models.StudiesViewModel.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What another threshold would do to the queue, to misses and to wrong flags, before any is put in force. */
final class ThresholdPane extends VBox {
    private static final List<Double> RATES = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

    private final StudiesViewModel model;
    private final WordedBox<LabelScores> labels = new WordedBox<>("threshold-label", Text.of("models.what.choose"), List.of(), label -> Text.of("models.what.label", label.model(), label.rule().modelLabel()));
    private final Slider slider = new Slider(0, 1, 0.5);
    private final WordedBox<Boolean> kind = new WordedBox<>("threshold-kind", Text.of("models.what.kind"), List.of(true, false), recall -> Text.of(recall ? "models.what.recall" : "models.what.precision"));
    private final WordedBox<Double> rate = new WordedBox<>("threshold-rate", Text.of("models.what.rate"), RATES, FigureWords::of);
    private final FigureTable effect = new FigureTable();
    private final FigureTable steps = new FigureTable();
    private final Label proposal = StudyCard.words("");
    private final Label release = StudyCard.words("");
    private final Label nothing = StudyCard.words("");
    private final VBox tried = new VBox(12);
    private boolean telling;

    /** @param file asks where the pack goes; empty: nowhere */
    ThresholdPane(StudiesViewModel model, Supplier<Optional<Path>> file) {
        super(12);
        this.model = model;
        Button read = new Button(Text.of("models.what.read"));
        read.setId("readThresholds");
        read.setOnAction(_ -> model.readThresholds());
        read.disableProperty().bind(model.work().busyProperty());
        slider.setId("threshold");
        slider.setAccessibleText(Text.of("models.what.slider"));
        slider.setBlockIncrement(0.01);
        slider.setMaxWidth(Double.MAX_VALUE);
        kind.setValue(true);
        rate.setValue(0.9);
        Button find = new Button(Text.of("models.what.find"));
        find.setId("findThreshold");
        find.setOnAction(_ -> model.propose(new Target(kind.getValue(), rate.getValue())));
        find.disableProperty().bind(model.work().busyProperty());
        Button save = new Button(Text.of("models.what.save"));
        save.setId("saveThreshold");
        save.setOnAction(_ -> file.get().ifPresent(model::publish));
        save.disableProperty().bind(model.work().busyProperty());
        Button ask = new Button(Text.of("models.sign.ask"));
        ask.setId("askThreshold");
        ask.setOnAction(_ -> model.ask());
        ask.disableProperty().bind(model.work().busyProperty());
        Label how = StudyCard.words("");
        model.signaturesProperty().subscribe(now -> {
            present(ask, now.possible());
            present(save, !now.possible());
            how.setText(Text.of(now.possible() ? "models.sign.how" : "models.what.save.how"));
        });
        model.readSignatures();
        labels.valueProperty().subscribe(chosen -> {
            if (!telling && chosen != null) {
                model.choose(chosen);
            }
        });
        slider.valueProperty().subscribe(value -> {
            if (!telling) {
                model.tryThreshold(Math.round(value.doubleValue() * 1000) / 1000.0);
            }
        });
        tried.getChildren().setAll(new StudyCard(Text.of("models.what.try"), Text.of("models.what.try.caption"), flow(labels), slider, effect, release, flow(ask, save), how),
                new StudyCard(Text.of("models.what.target"), "", flow(kind, rate, find), proposal), new StudyCard(Text.of("models.what.steps"), Text.of("models.what.steps.caption"), steps));
        getChildren().setAll(new StudyCard(Text.of("models.what"), Text.of("models.what.caption"), new Flow(read)), nothing, new SignaturesCard(model, file), tried);
        model.thresholdsProperty().subscribe(this::fill);
        model.trialProperty().subscribe(this::show);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static Flow flow(Node... nodes) {
        Flow flow = new Flow(nodes);
        flow.setHgap(8);
        flow.setVgap(8);
        return flow;
    }

    private void fill(Optional<StudyBench.Thresholds> read) {
        telling = true;
        labels.getItems().setAll(read.map(StudyBench.Thresholds::labels).orElse(List.of()));
        telling = false;
        nothing.setText(read.isPresent() && labels.getItems().isEmpty() ? Text.of("models.what.nothing") : "");
        nothing.setManaged(!nothing.getText().isEmpty());
        release.setText(read.map(of -> Text.of(of.releases() ? "models.what.releases" : "models.what.keeps")).orElse(""));
    }

    private void show(Optional<Trial> trial) {
        tried.setVisible(trial.isPresent());
        tried.setManaged(trial.isPresent());
        trial.ifPresent(now -> {
            telling = true;
            labels.setValue(now.label());
            if (!slider.isValueChanging()) {
                slider.setValue(now.threshold());
            }
            telling = false;
            drawEffect(now);
            drawSteps(now.label());
            proposal.setText(proposed(now));
        });
    }

    private void drawEffect(Trial now) {
        Effect was = now.label().at(now.label().now());
        Effect is = now.label().at(now.threshold());
        effect.begin(new Column(Text.of("models.what.figure"), 0, HPos.LEFT), new Column(Text.of("models.what.now", FigureWords.of(was.threshold())), 170, HPos.RIGHT),
                new Column(Text.of("models.what.then", FigureWords.of(is.threshold())), 170, HPos.RIGHT), new Column(Text.of("models.fair.interval"), 110, HPos.LEFT));
        counts("models.what.flagged", was.flagged(), is.flagged());
        counts("models.what.queue", was.queue(), is.queue());
        rates("models.what.missed", was.missed(), is.missed());
        rates("models.what.wrong", was.wrong(), is.wrong());
    }

    private void counts(String key, int was, int is) {
        effect.row(FigureTable.text(Text.of(key)), FigureTable.text(Text.of("models.count", was), "muted"), FigureTable.text(Text.of("models.count", is), "strong"), new Region());
    }

    private void rates(String key, Estimate was, Estimate is) {
        effect.row(FigureTable.text(Text.of(key, is.n())), WatchPane.share(was), WatchPane.share(is), bar(is));
    }

    private static Node bar(Estimate estimate) {
        return estimate.interval().<Node>map(i -> new IntervalBar(0, 1, i.low(), estimate.figure().number().orElse(0), i.high(), OptionalDouble.empty())).orElseGet(Region::new);
    }

    private void drawSteps(LabelScores label) {
        steps.begin(new Column(Text.of("models.what.threshold"), 0, HPos.LEFT), new Column(Text.of("models.what.flagged.short"), 70, HPos.RIGHT), new Column(Text.of("models.what.queue.short"), 70, HPos.RIGHT),
                new Column(Text.of("models.what.missed.short"), 130, HPos.RIGHT), new Column(Text.of("models.fair.interval"), 100, HPos.LEFT),
                new Column(Text.of("models.what.wrong.short"), 130, HPos.RIGHT), new Column(Text.of("models.fair.interval"), 100, HPos.LEFT));
        for (int tenth = 1; tenth < 10; tenth++) {
            Effect at = label.at(tenth / 10.0);
            steps.row(FigureTable.text(FigureWords.of(at.threshold())), FigureTable.text(Text.of("models.count", at.flagged())), FigureTable.text(Text.of("models.count", at.queue())),
                    WatchPane.share(at.missed()), bar(at.missed()), WatchPane.share(at.wrong()), bar(at.wrong()));
        }
    }

    /** What the search for a threshold found, and whether there are verdicts enough to rely on it. */
    private static String proposed(Trial trial) {
        if (trial.target().isEmpty()) {
            return Text.of("models.what.ask");
        }
        if (trial.proposal().isEmpty()) {
            return Text.of("models.what.unreached");
        }
        ThresholdChoice choice = trial.proposal().get().choice();
        String found = Text.of("models.what.found", FigureWords.of(choice.value()),
                trial.proposal().get().interval().interval().map(i -> "[" + FigureWords.of(i.low()) + ", " + FigureWords.of(i.high()) + "]").orElse(Text.of("models.none")),
                FigureWords.of(choice.recall()), "[" + FigureWords.of(choice.recallInterval().low()) + ", " + FigureWords.of(choice.recallInterval().high()) + "]",
                FigureWords.of(choice.precision()), "[" + FigureWords.of(choice.precisionInterval().low()) + ", " + FigureWords.of(choice.precisionInterval().high()) + "]");
        String enough = choice.enough() ? Text.of("models.what.enough") : choice.more().map(more -> Text.of("models.what.more", more)).orElseGet(() -> Text.of("models.what.never"));
        return found + "\n" + enough;
    }
}
