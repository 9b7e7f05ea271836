package dev.docket.ui.review;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.ChildNodes;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A lane in the rail, which may become another one. */
final class LaneRow extends Button {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Label name = new Label();
    private final Label where = label("lane-place");
    private final Region space = new Region();
    private final Label waiting = label("lane-waiting");
    private final Label oldest = label("lane-oldest");
    private final HBox cells = new HBox();
    private SeverityGlyph glyph;
    private Severity severity;

    LaneRow() {
        name.getStyleClass().add("lane-name");
        name.setMinWidth(20);
        HBox.setHgrow(space, Priority.ALWAYS);
        cells.getStyleClass().add("lane-cells");
        setGraphic(cells);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().setAll("lane-row");
        cells.prefWidthProperty().bind(widthProperty().subtract(16));
    }

    /** Ages are cut to one unit: the name needs the room more. */
    void show(Lane lane, boolean selected, IntConsumer onSelect) {
        String place = lane.place();
        name.setText(lane.name());
        where.setText(place);
        where.setManaged(!place.isEmpty());
        waiting.setText(Text.of("review.lane.count", lane.waiting()));
        oldest.setText(lane.oldest().map(Spans::brief).orElse(""));
        sign(Severity.valueOf(lane.severity()));
        ChildNodes.set(cells.getChildren(), List.of(glyph, name, where, space, waiting, oldest));
        pseudoClassStateChanged(SELECTED, selected);
        Tip.on(this, lane.due().map(at -> Text.of("review.lane.due", lane.title(), Figures.minute(at.atZone(ZoneId.systemDefault())))).orElse(lane.title()));
        setAccessibleText(Text.of("review.lane.accessible", lane.title(), lane.severity(), lane.waiting(), oldest.getText()));
        setOnAction(_ -> onSelect.accept(lane.id()));
    }

    private void sign(Severity now) {
        if (now != severity) {
            severity = now;
            glyph = new SeverityGlyph(now);
        }
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
