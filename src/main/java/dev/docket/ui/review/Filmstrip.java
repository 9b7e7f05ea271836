package dev.docket.ui.review;

import dev.docket.policy.Severity;
import dev.docket.ui.common.ChildNodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The next cases, two beside each other, always covered; from S3 up, or under a strict profile, words instead of a picture. */
public final class Filmstrip extends Pane {
    private static final double GAP = 8;
    private static final double TILE = StripTile.HEIGHT;
    private static final int MOST_ROWS = 4;

    private final List<StripTile> tiles = new ArrayList<>();

    public Filmstrip() {
        getStyleClass().add("filmstrip");
        setMinHeight(0);
    }

    /** @param brief whether only the time left is written, for narrow windows */
    void show(List<Held> ahead, Severity lane, boolean brief, Instant now) {
        int shown = Math.min(ahead.size(), 2 * MOST_ROWS);
        while (tiles.size() < shown) {
            tiles.add(new StripTile(tiles.isEmpty()));
        }
        for (int at = 0; at < tiles.size(); at++) {
            if (at < shown) {
                tiles.get(at).show(ahead.get(at), lane, brief, now);
            } else {
                tiles.get(at).clear();
            }
        }
        ChildNodes.set(getChildren(), tiles.subList(0, shown));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return MOST_ROWS * (TILE + GAP) - GAP;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = (getWidth() - left - snappedRightInset() - GAP) / 2;
        int rows = (int) Math.clamp((long) ((getHeight() + GAP) / (TILE + GAP)), 0, MOST_ROWS);
        int index = 0;
        for (Node tile : getChildren()) {
            int row = index / 2;
            tile.setVisible(row < rows);
            tile.resizeRelocate(Math.round(left + index % 2 * (width + GAP)), row * (TILE + GAP), Math.floor(width), TILE);
            index++;
        }
    }
}
