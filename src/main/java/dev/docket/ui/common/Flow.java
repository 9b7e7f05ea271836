package dev.docket.ui.common;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** A line of things that goes on below where it is too short. Unlike JavaFX's own it asks for just the room of one line. */
public class Flow extends FlowPane {
    public Flow() {
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
    }

    public Flow(Node... children) {
        this();
        getChildren().setAll(children);
    }

    @Override
    protected double computeMinWidth(double height) {
        double least = getManagedChildren().stream().mapToDouble(child -> child.minWidth(-1)).max().orElse(0);
        return snappedLeftInset() + least + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        int shown = 0;
        for (Node child : getManagedChildren()) {
            width += snapSizeX(child.prefWidth(-1));
            shown++;
        }
        return width + Math.max(0, shown - 1) * snapSpaceX(getHgap());
    }

    /** One line where nothing is said of the width; JavaFX's own would take it for 400 pixels. */
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
    }
}
