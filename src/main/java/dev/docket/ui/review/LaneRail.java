package dev.docket.ui.review;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lanes with work in the pack's order: sign, name, how many wait, how old the oldest is. */
public final class LaneRail extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    public LaneRail() {
        getStyleClass().add("lane-rail");
    }

    /**
     * Lanes with nothing waiting or leased are left out, except the selected one.
     *
     * @param brief whether ages are cut to one unit, for narrow windows
     */
    void show(List<Lane> lanes, int selected, boolean brief, IntConsumer onSelect) {
        getChildren().setAll(lanes.stream().filter(l -> !l.closed() && l.waiting() + l.leased() > 0 || l.id() == selected)
                .map(l -> row(l, l.id() == selected, brief, onSelect)).toList());
    }

    private static Node row(Lane lane, boolean selected, boolean brief, IntConsumer onSelect) {
        String place = lane.place();
        Label name = new Label(lane.name());
        name.getStyleClass().add("lane-name");
        name.setMinWidth(20);
        Label where = new Label(place);
        where.getStyleClass().add("lane-place");
        where.setMinWidth(Region.USE_PREF_SIZE);
        where.setManaged(!place.isEmpty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label waiting = new Label(Text.of("review.count", lane.waiting()));
        waiting.getStyleClass().add("lane-waiting");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        Label oldest = new Label(lane.oldest().map(age -> brief ? Spans.brief(age) : Spans.words(age)).orElse(""));
        oldest.getStyleClass().add("lane-oldest");
        oldest.setMinWidth(Region.USE_PREF_SIZE);
        HBox cells = new HBox(new SeverityGlyph(Severity.valueOf(lane.severity())), name, where, space, waiting, oldest);
        cells.getStyleClass().add("lane-cells");
        Button row = new Button(null, cells);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().setAll("lane-row");
        row.pseudoClassStateChanged(SELECTED, selected);
        row.setTooltip(new Tooltip(lane.due().map(at -> Text.of("review.lane.due", lane.title(), Figures.minute(at.atZone(ZoneId.systemDefault())))).orElse(lane.title())));
        row.setAccessibleText(Text.of("review.lane.accessible", lane.title(), lane.severity(), lane.waiting(), oldest.getText()));
        row.setOnAction(e -> onSelect.accept(lane.id()));
        cells.prefWidthProperty().bind(row.widthProperty().subtract(16));
        return row;
    }
}
