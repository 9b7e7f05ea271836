package dev.docket.ui.quality;

import javafx.scene.layout.Region;

/** A count as a bar against the most of its column. Its number stands beside it. */
final class CountBar extends Region {
    private static final double THICK = 8;

    private final double share;
    private final Region fill = new Region();

    CountBar(long count, long most) {
        share = most == 0 ? 0 : (double) count / most;
        getStyleClass().add("count-bar");
        fill.getStyleClass().add("count-fill");
        getChildren().setAll(fill);
        setMinSize(40, THICK);
        setPrefHeight(THICK);
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, (getHeight() - THICK) / 2, share == 0 ? 0 : Math.max(2, getWidth() * share), THICK);
    }
}
