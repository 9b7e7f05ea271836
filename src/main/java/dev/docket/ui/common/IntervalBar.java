package dev.docket.ui.common;

import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** An estimate with its 95 % interval on a line from {@code low} to {@code high}: dot, whisker and, where there is one, the limit. */
public final class IntervalBar extends Region {
    private static final PseudoClass FINDING = PseudoClass.getPseudoClass("finding");

    private final double low;
    private final double high;
    private final double from;
    private final double value;
    private final double to;
    private final OptionalDouble limit;
    private final Region line = part("interval-line");
    private final Region whisker = part("interval-whisker");
    private final Region dot = part("interval-dot");
    private final Region mark = part("interval-limit");

    /** @param limit what the estimate is held against; the bar is coloured only when the interval leaves it out */
    public IntervalBar(double low, double high, double from, double value, double to, OptionalDouble limit) {
        this.low = low;
        this.high = high;
        this.from = from;
        this.value = value;
        this.to = to;
        this.limit = limit;
        getStyleClass().add("interval-bar");
        getChildren().addAll(line, whisker, dot);
        limit.ifPresent(l -> {
            getChildren().add(mark);
            pseudoClassStateChanged(FINDING, l < from || l > to);
        });
        setAccessibleText(Text.of("common.interval", figure(value), figure(from), figure(to)));
        setMinSize(40, 14);
        setPrefHeight(14);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        line.resizeRelocate(0, middle - 0.5, getWidth(), 1);
        whisker.resizeRelocate(x(from), middle - 1, Math.max(2, x(to) - x(from)), 2);
        dot.resizeRelocate(x(value) - 4, middle - 4, 8, 8);
        limit.ifPresent(l -> mark.resizeRelocate(Math.round(x(l)) - 1, middle - 7, 2, 14));
    }

    private double x(double at) {
        return Math.clamp((at - low) / (high - low), 0, 1) * getWidth();
    }

    private static String figure(double value) {
        return Figures.decimal(value, 2);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }
}
