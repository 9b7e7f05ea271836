package dev.docket.ui.models;

import dev.docket.metrics.Interval;
import dev.docket.metrics.WrongFlags;
import dev.docket.retrain.SourceRates;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.IntervalBar;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** How often scorers flag labels that reviewers did not find, by source, against one source. */
public final class GroupsTable extends FigureTable {
    private static final double MOST = 0.5;

    void show(List<SourceRates.Rates> scorers) {
        begin(new Column(Text.of("models.groups.source"), 0, HPos.LEFT), new Column(Text.of("models.groups.scorer"), 138, HPos.LEFT),
                new Column(Text.of("models.groups.items"), 36, HPos.RIGHT), new Column(Text.of("models.groups.rate"), 38, HPos.RIGHT),
                new Column(Text.of("models.groups.difference"), 132, HPos.RIGHT), new Column(Text.of("models.groups.interval"), 84, HPos.LEFT),
                new Column(Text.of("models.groups.result"), 102, HPos.LEFT));
        scorers.forEach(scorer -> scorer.rows().forEach(row -> row(cells(scorer, row))));
        if (scorers.isEmpty()) {
            remark(Text.of("models.groups.none"));
        }
    }

    private static Node[] cells(SourceRates.Rates scorer, WrongFlags.Row row) {
        OptionalDouble difference = row.difference().figure().number();
        Label figure = text(difference.isPresent() ? FigureWords.points(difference.getAsDouble()) : "", "strong");
        figure.setGraphic(text(row.difference().interval()
                .map(i -> "[" + FigureWords.points(i.low()) + ", " + FigureWords.points(i.high()) + "]").orElse(""), "caption", "muted"));
        figure.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        Label rate = text(row.rate().figure().number().isPresent()
                ? Text.of("models.groups.percent", Math.round(row.rate().figure().number().getAsDouble() * 100)) : Text.of("models.none"));
        return new Node[] {text(row.group()), text(scorer.scorer(), "muted"), text(Text.of("models.count", row.items()), "muted"), rate, figure, bar(row), result(scorer, row)};
    }

    private static Node bar(WrongFlags.Row row) {
        if (row.difference().interval().isEmpty()) {
            return new Region();
        }
        Interval interval = row.difference().interval().get();
        return new IntervalBar(-MOST, MOST, interval.low(), row.difference().figure().number().orElseThrow(), interval.high(), OptionalDouble.of(0));
    }

    private static Label result(SourceRates.Rates scorer, WrongFlags.Row row) {
        if (row.group().equals(scorer.reference())) {
            return text(Text.of("models.groups.reference"), "muted");
        }
        if (row.difference().interval().isEmpty()) {
            return text(Text.of("models.groups.few"), "muted");
        }
        return row.differs() ? text(Text.of("models.groups.differs"), "groups-differs") : text(Text.of("models.groups.same"), "muted");
    }
}
