package dev.docket.ui.common;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** A line with something at its start and something at its end; where it is too short, the end goes below the start. */
public class Ends extends Pane {
    private static final double GAP = 8;

    private final Flow start = new Flow();
    private final Flow end = new Flow();

    public Ends() {
        getStyleClass().add("ends");
        end.setAlignment(Pos.CENTER_RIGHT);
        start.getStyleClass().add("ends-flow");
        end.getStyleClass().add("ends-flow");
        getChildren().setAll(start, end);
    }

    public Ends(List<? extends Node> atStart, List<? extends Node> atEnd) {
        this();
        fill(atStart, atEnd);
    }

    /** What stands at the start, for FXML. */
    public final ObservableList<Node> getStart() {
        return start.getChildren();
    }

    /** What stands at the end, for FXML. */
    public final ObservableList<Node> getEnd() {
        return end.getChildren();
    }

    public final void fill(List<? extends Node> atStart, List<? extends Node> atEnd) {
        ChildNodes.set(start.getChildren(), atStart);
        ChildNodes.set(end.getChildren(), atEnd);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides() + Math.max(start.minWidth(-1), end.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return sides() + start.prefWidth(-1) + end.prefWidth(-1) + (isBoth() ? GAP : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width < 0 ? prefWidth(-1) : width) - sides();
        double above = start.prefHeight(room);
        double below = end.prefHeight(room);
        return snappedTopInset() + snappedBottomInset() + (fits(room) ? Math.max(start.prefHeight(-1), end.prefHeight(-1)) : above + below);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double room = getWidth() - sides();
        double height = getHeight() - top - snappedBottomInset();
        if (fits(room)) {
            double atEnd = snapSizeX(end.prefWidth(-1));
            start.resizeRelocate(left, top, room - atEnd, height);
            end.resizeRelocate(left + room - atEnd, top, atEnd, height);
        } else {
            double above = start.prefHeight(room);
            start.resizeRelocate(left, top, room, above);
            end.resizeRelocate(left, top + above, room, Math.max(0, height - above));
        }
    }

    private boolean fits(double room) {
        return prefWidth(-1) - sides() <= room + 0.5;
    }

    private boolean isBoth() {
        return !start.getChildren().isEmpty() && !end.getChildren().isEmpty();
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }
}
