package dev.docket.ui.review;

import dev.docket.queue.Lane;
import dev.docket.ui.common.ChildNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The lanes with work in the pack's order: sign, name, how many wait, how old the oldest is. */
public final class LaneRail extends VBox {
    private final List<LaneRow> rows = new ArrayList<>();
    private int chosen;
    private LaneRow toReveal;

    public LaneRail() {
        getStyleClass().add("lane-rail");
    }

    /** Lanes with nothing waiting or leased are left out, except the selected one, which comes into view. */
    void show(List<Lane> lanes, int selected, IntConsumer onSelect) {
        List<Lane> shown = lanes.stream().filter(l -> !l.closed() && l.waiting() + l.leased() > 0 || l.id() == selected).toList();
        while (rows.size() < shown.size()) {
            rows.add(new LaneRow());
        }
        ChildNodes.set(getChildren(), rows.subList(0, shown.size()));
        for (int at = 0; at < shown.size(); at++) {
            Lane lane = shown.get(at);
            rows.get(at).show(lane, lane.id() == selected, onSelect);
            if (lane.id() == selected && selected != chosen) {
                chosen = selected;
                toReveal = rows.get(at);
                requestLayout();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Parent around = getParent();
        while (around != null && !(around instanceof ScrollPane)) {
            around = around.getParent();
        }
        if (toReveal != null && around instanceof ScrollPane pane && pane.getViewportBounds().getHeight() > 0) {
            reveal(pane, toReveal);
            toReveal = null;
        }
    }

    private void reveal(ScrollPane pane, Node row) {
        double seen = pane.getViewportBounds().getHeight();
        double hidden = getHeight() - seen;
        double middle = row.getLayoutY() + row.getLayoutBounds().getHeight() / 2;
        pane.setVvalue(hidden <= 0 ? 0 : Math.clamp((middle - seen / 2) / hidden, 0, 1));
    }
}
