package dev.docket.ui.models;

import dev.docket.metrics.Interval;
import dev.docket.policy.PolicyPack;
import dev.docket.retrain.Evaluation.LabelRow;
import dev.docket.retrain.Evaluation;
import dev.docket.retrain.PromotionGate;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.IntervalBar;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Text;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A candidate held against what stood before it, label by label. */
public final class ComparisonTable extends FigureTable {
    /** Bars reach from here to its opposite. */
    private static final double MOST = 0.6;

    void show(Evaluation evaluation, PolicyPack pack) {
        begin(new Column(Text.of("models.compare.label"), 0, HPos.LEFT), new Column(Text.of("models.compare.held"), 32, HPos.RIGHT),
                new Column(Text.of("models.compare.fed"), 38, HPos.RIGHT), new Column(Text.of("models.compare.before"), 42, HPos.RIGHT),
                new Column(Text.of("models.compare.after"), 40, HPos.RIGHT), new Column(Text.of("models.compare.difference"), 132, HPos.RIGHT),
                new Column(Text.of("models.compare.interval"), 84, HPos.LEFT), new Column(Text.of("models.compare.threshold"), 32, HPos.RIGHT),
                new Column(Text.of("models.compare.rates"), 82, HPos.RIGHT));
        evaluation.labels().forEach(row -> row(cells(row, pack)));
        if (evaluation.labels().isEmpty()) {
            remark(Text.of("models.compare.nothing"));
        }
        remark(Text.of("models.compare.sources", evaluation.beforeIs(), evaluation.fedIs()));
        evaluation.notMeasured().forEach(label -> remark(Text.of("models.compare.unmeasured", pack.label(label).shortTitle())));
    }

    private static Node[] cells(LabelRow row, PolicyPack pack) {
        PolicyPack.Label known = pack.labels().stream().filter(label -> label.id().equals(row.label())).findFirst().orElse(null);
        Label name = text(known == null ? row.label() : known.shortTitle());
        if (known != null) {
            name.setGraphic(new SeverityGlyph(known.severity()));
        }
        Label difference = text(row.trained() ? FigureWords.signed(row.difference().figure().number().orElse(0)) : "", "strong");
        Label interval = text(row.trained() ? FigureWords.signedInterval(row.difference()) : Text.of("models.compare.untrained"), "caption", "muted");
        difference.setGraphic(interval);
        difference.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        return new Node[] {
            name, text(Text.of("models.count", row.positives()), "muted"), text(FigureWords.of(row.fed().figure()), "muted"),
            text(FigureWords.of(row.before().figure()), "muted"), text(FigureWords.of(row.after().figure()), "strong", "bold"), difference, bar(row),
            text(row.threshold().map(FigureWords::of).orElse("")), rates(row)};
    }

    private static Label rates(LabelRow row) {
        Label label = text(row.trained() ? Text.of("models.compare.pair", FigureWords.of(row.precision().figure()), FigureWords.of(row.recall().figure())) : "");
        label.setTooltip(new Tooltip(Text.of("models.compare.rates.help", row.precision().text(), row.recall().text())));
        return label;
    }

    /** Accent when the gate's line passes, danger when it does not. */
    private static Node bar(LabelRow row) {
        if (!row.trained() || row.difference().interval().isEmpty()) {
            return new Region();
        }
        Interval interval = row.difference().interval().get();
        IntervalBar bar = new IntervalBar(-MOST, MOST, interval.low(), row.difference().figure().number().orElseThrow(), interval.high(), OptionalDouble.of(0));
        bar.getStyleClass().add(interval.low() > PromotionGate.TOLERANCE ? "passes" : "open");
        return bar;
    }
}
