package dev.docket.ui.models;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.fairness.FairnessReport.Difference;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.fairness.DeskFairness;
import dev.docket.retrain.fairness.Study;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.FigureTable.Column;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.IntervalBar;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How decisions of models and of people fall on groups of items: differences with their intervals, small groups as counts alone. */
final class FairnessPane extends VBox {
    private static final double MOST = 0.5;
    private static final List<String> FIGURES = List.of("statistical_parity_difference", "equal_opportunity_difference", "false_positive_rate_difference");

    private final VBox studies = new VBox(12);

    FairnessPane(StudiesViewModel model) {
        super(12);
        ToggleGroup group = new ToggleGroup();
        Flow choice = new Flow();
        choice.setHgap(6);
        choice.setVgap(6);
        for (GroupBy by : GroupBy.values()) {
            ToggleButton button = new ToggleButton(Text.of("models.fair.by." + by));
            button.setId("by-" + by.word());
            button.setToggleGroup(group);
            button.setOnAction(_ -> model.compare(by));
            button.disableProperty().bind(model.work().busyProperty());
            model.fairnessProperty().subscribe(now -> button.setSelected(now.map(StudiesViewModel.Fairness::by).filter(by::equals).isPresent()));
            choice.getChildren().add(button);
        }
        getChildren().setAll(new StudyCard(Text.of("models.fair"), Text.of("models.fair.caption", DeskFairness.SMALLEST), choice), studies);
        model.fairnessProperty().subscribe(now -> show(now.map(StudiesViewModel.Fairness::studies)));
    }

    private void show(java.util.Optional<List<Study>> found) {
        studies.getChildren().setAll(found.isEmpty() ? List.of(StudyCard.words(Text.of("models.fair.choose")))
                : found.get().isEmpty() ? List.of(StudyCard.words(Text.of("models.fair.nothing"))) : found.get().stream().<Node>map(FairnessPane::card).toList());
    }

    private static Node card(Study study) {
        int told = study.found().size();
        StudyCard card = new StudyCard(subject(study), Text.of("models.fair.study", study.items(), truth(study), study.report().reference()), table(study));
        card.beside(told == 0 ? new Chip(Text.of("models.fair.quiet"), Chip.Tone.NEUTRAL) : new Chip(Text.of("models.fair.found", told), Chip.Tone.WARNING));
        if (!study.moderation().isEmpty()) {
            card.getChildren().add(moderation(study));
        }
        return card;
    }

    static String subject(Study study) {
        return switch (study.subject()) {
            case DeskFairness.VERDICTS -> Text.of("models.fair.verdicts");
            case DeskFairness.FIRST_VERDICTS -> Text.of("models.fair.first");
            default -> study.subject();
        };
    }

    private static String truth(Study study) {
        return Text.of(study.parityOnly() ? "models.fair.truth.none" : study.subject().equals(DeskFairness.FIRST_VERDICTS) ? "models.fair.truth.end" : "models.fair.truth.verdict");
    }

    private static FigureTable table(Study study) {
        FigureTable table = new FigureTable();
        List<Column> columns = new ArrayList<>(List.of(new Column(Text.of("models.fair.group"), 0, HPos.LEFT), new Column(Text.of("models.fair.n"), 44, HPos.RIGHT),
                new Column(Text.of("models.fair.leftup"), 132, HPos.RIGHT), new Column(Text.of("models.fair.interval"), 84, HPos.LEFT)));
        if (!study.parityOnly()) {
            columns.add(new Column(Text.of("models.fair.right"), 132, HPos.RIGHT));
            columns.add(new Column(Text.of("models.fair.wrong"), 132, HPos.RIGHT));
        }
        columns.add(new Column(Text.of("models.fair.p"), 64, HPos.RIGHT));
        columns.add(new Column(Text.of("models.fair.result"), 92, HPos.LEFT));
        table.begin(columns.toArray(Column[]::new));
        Map<String, Map<String, Difference>> groups = new LinkedHashMap<>();
        study.differences().forEach(each -> groups.computeIfAbsent(each.group(), _ -> new LinkedHashMap<>()).put(each.figure(), each));
        groups.forEach((group, of) -> table.row(row(group, of, study.parityOnly())));
        if (groups.isEmpty()) {
            table.remark(Text.of("models.fair.one"));
        }
        return table;
    }

    private static Node[] row(String group, Map<String, Difference> of, boolean parityOnly) {
        Difference parity = of.get(FIGURES.getFirst());
        List<Node> cells = new ArrayList<>(List.of(FigureTable.text(group), FigureTable.text(Text.of("models.count", parity.n()), "muted"), points(parity.difference()), bar(parity.difference())));
        if (!parityOnly) {
            cells.add(points(of.get(FIGURES.get(1)).difference()));
            cells.add(points(of.get(FIGURES.get(2)).difference()));
        }
        OptionalDouble least = of.values().stream().flatMapToDouble(each -> each.holm().number().stream()).min();
        cells.add(FigureTable.text(least.isEmpty() ? Text.of("models.none") : least.getAsDouble() < 0.001 ? Text.of("models.fair.p.small", Figures.share(0.001, 3)) : Figures.share(least.getAsDouble(), 3), "muted"));
        boolean found = of.values().stream().anyMatch(Difference::found);
        boolean small = parity.n() < DeskFairness.SMALLEST;
        cells.add(found ? FigureTable.text(Text.of("models.fair.differs"), "groups-differs") : FigureTable.text(Text.of(small ? "models.fair.small" : "models.fair.none"), "muted"));
        return cells.toArray(Node[]::new);
    }

    /** Percentage points with their interval; where there is none, why. */
    private static Label points(Estimate difference) {
        OptionalDouble value = difference.figure().number();
        if (value.isEmpty()) {
            Label none = FigureTable.text(Text.of("models.none"), "muted");
            difference.figure().whyUndefined().ifPresent(why -> none.setTooltip(new Tooltip(why)));
            return none;
        }
        Label label = FigureTable.text(FigureWords.points(value.getAsDouble()), "strong");
        label.setGraphic(FigureTable.text(difference.interval().map(i -> "[" + FigureWords.points(i.low()) + ", " + FigureWords.points(i.high()) + "]").orElse(""), "caption", "muted"));
        label.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        return label;
    }

    private static Node bar(Estimate difference) {
        return difference.interval().<Node>map(i -> new IntervalBar(-MOST, MOST, i.low(), difference.figure().number().orElse(0), i.high(), OptionalDouble.of(0))).orElseGet(Region::new);
    }

    private static FigureTable moderation(Study study) {
        FigureTable table = new FigureTable();
        table.begin(new Column(Text.of("models.fair.group"), 0, HPos.LEFT), new Column(Text.of("models.fair.n"), 44, HPos.RIGHT),
                new Column(Text.of("models.fair.hours"), 132, HPos.RIGHT), new Column(Text.of("models.fair.changed"), 180, HPos.RIGHT));
        study.moderation().forEach((group, beside) -> table.row(FigureTable.text(group), FigureTable.text(Text.of("models.count", beside.items()), "muted"),
                FigureTable.text(beside.medianHours().figure().number().isPresent() ? Figures.decimal(beside.medianHours().figure().number().getAsDouble(), 1) : Text.of("models.none")),
                WatchPane.share(beside.changed())));
        return table;
    }
}
