package dev.docket.ui.review;

import dev.docket.queue.Lane;
import dev.docket.ui.common.ChildNodes;
import dev.docket.ui.common.Reveal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
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
        if (toReveal != null && Reveal.now(toReveal)) {
            toReveal = null;
        }
    }
}
