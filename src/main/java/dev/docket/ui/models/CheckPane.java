package dev.docket.ui.models;

import dev.docket.policy.PolicyPack;
import dev.docket.retrain.TrainingCheck;
import dev.docket.retrain.TrainingCheck.LabelCount;
import dev.docket.retrain.TrainingSource;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which decisions to learn from, what of the held-out ones was seen in training, and of which labels there is too little. */
final class CheckPane extends VBox {
    private final CheckViewModel model;
    private final PolicyPack pack;
    private final WordedBox<TrainingSource> sets = new WordedBox<>("train-set", Text.of("models.check.set"), List.of(TrainingSource.EVERYTHING),
            source -> source.like().map(version -> Text.of("models.check.like", version)).orElseGet(() -> Text.of("models.check.everything")));
    private final CheckBox together = new CheckBox(Text.of("models.check.together"));
    private final VBox found = new VBox(6);
    private boolean telling;

    /** @param model opened anew */
    CheckPane(CheckViewModel model, PolicyPack pack) {
        super(8);
        this.model = model;
        this.pack = pack;
        together.setId("train-together");
        sets.setValue(TrainingSource.EVERYTHING);
        model.sourcesProperty().subscribe(there -> {
            telling = true;
            TrainingSource chosen = sets.getValue();
            sets.getItems().setAll(there.isEmpty() ? List.of(TrainingSource.EVERYTHING) : there);
            sets.setValue(sets.getItems().contains(chosen) ? chosen : sets.getItems().getFirst());
            telling = false;
        });
        sets.valueProperty().subscribe(chosen -> {
            if (!telling && chosen != null) {
                telling = true;
                together.setSelected(chosen.uploadersTogether());
                telling = false;
                model.check(chosen);
            }
        });
        together.selectedProperty().subscribe(on -> {
            if (!telling && sets.getValue() != null) {
                model.check(source());
            }
        });
        Flow choose = new Flow(new Label(Text.of("models.check.set")), sets, together);
        choose.setHgap(8);
        choose.setVgap(4);
        getChildren().setAll(choose, found);
        model.open();
        model.checkProperty().subscribe(this::show);
        model.failureProperty().subscribe(words -> {
            if (!words.isEmpty()) {
                found.getChildren().setAll(StudyCard.words(words, "export-finding"));
            }
        });
    }

    /** What is chosen. */
    TrainingSource source() {
        return sets.getValue().together(together.isSelected());
    }

    private void show(Optional<TrainingCheck> check) {
        found.getChildren().clear();
        if (check.isEmpty()) {
            found.getChildren().add(StudyCard.words(Text.of("models.check.reading")));
            return;
        }
        TrainingCheck of = check.get();
        of.changed().ifPresent(since -> found.getChildren().add(StudyCard.words(since.none() ? Text.of("models.check.unchanged") : Text.of("models.check.changed", since.added(), since.changed(), since.gone()))));
        found.getChildren().add(StudyCard.words(Text.of("models.check.items", of.training(), of.heldOut(), of.forbidden()), "secondary"));
        TrainingCheck.Leakage leakage = of.leakage();
        found.getChildren().add(leakage.alike() == 0 ? StudyCard.words(Text.of("models.check.apart"), "secondary") : StudyCard.words(Text.of("models.check.alike", leakage.alike()), "secondary", "groups-differs"));
        if (leakage.ofUploader() > 0) {
            found.getChildren().add(StudyCard.words(Text.of("models.check.uploaders", leakage.ofUploader(), leakage.uploaders()), "secondary", "groups-differs"));
        }
        found.getChildren().add(labels(of));
    }

    private FigureTable labels(TrainingCheck of) {
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.check.label"), 0, HPos.LEFT), new Column(Text.of("models.check.with"), 66, HPos.RIGHT), new Column(Text.of("models.check.without"), 66, HPos.RIGHT),
                new Column(Text.of("models.check.held"), 108, HPos.RIGHT), new Column(Text.of("models.check.so"), 160, HPos.LEFT));
        List<LabelCount> seen = of.labels().stream().filter(label -> label.with() + label.held() > 0).toList();
        seen.forEach(label -> table.row(FigureTable.text(title(label.label())), count(label.with()), count(label.without()), count(label.held()),
                FigureTable.text(Text.of(!label.enough() ? "models.check.few" : label.held() == 0 ? "models.check.unmeasured" : label.calibrated() ? "models.check.good" : "models.check.uncalibrated"),
                        label.enough() ? "muted" : "groups-differs")));
        if (seen.size() < of.labels().size()) {
            table.remark(Text.of("models.check.unseen", of.labels().size() - seen.size()));
        }
        return table;
    }

    private String title(String label) {
        return pack.labels().stream().filter(each -> each.id().equals(label)).map(PolicyPack.Label::shortTitle).findFirst().orElse(label);
    }

    private static Label count(int n) {
        return FigureTable.text(Text.of("models.count", n));
    }
}
