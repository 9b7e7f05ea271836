package dev.docket.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A score from 0 to 1 as a bar with a tick at its threshold: accent at or over it, grey under. Never a severity's colour. */
public final class ScoreBar extends Region {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double TRACK = 6;
    private static final double TICK = 14;

    private double score;
    private double threshold;
    private final Region track = part("score-track");
    private final Region fill = part("score-fill");
    private final Region tick = part("score-tick");

    /** @param threshold 0..1 */
    public ScoreBar(double score, double threshold) {
        getStyleClass().add("score-bar");
        getChildren().addAll(track, fill, tick);
        setMinSize(40, TICK);
        setPrefHeight(TICK);
        show(score, threshold);
    }

    /** @param newThreshold 0..1 */
    public final void show(double newScore, double newThreshold) {
        score = Math.clamp(newScore, 0, 1);
        threshold = Math.clamp(newThreshold, 0, 1);
        fill.pseudoClassStateChanged(OVER, newScore >= newThreshold);
        setAccessibleText(Text.of("common.score", decimals(newScore), decimals(newThreshold)));
        requestLayout();
    }

    /** {@code .81}; {@code 1.0} and {@code .00} at the ends. */
    public static String decimals(double value) {
        String text = Figures.share(value, 2);
        return text.startsWith("1") ? Figures.decimal(1, 1) : text;
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - TRACK) / 2;
        track.resizeRelocate(0, top, getWidth(), TRACK);
        fill.resizeRelocate(0, top, Math.max(score > 0 ? TRACK : 0, getWidth() * score), TRACK);
        tick.resizeRelocate(Math.round(getWidth() * threshold) - 1, (getHeight() - TICK) / 2, 2, TICK);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }
}
