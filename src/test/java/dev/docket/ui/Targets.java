package dev.docket.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;

/** Buttons that are hard to hit. */
public final class Targets {
    private static final double LEAST = 24;

    private Targets() {}

    /** Those under 24 pixels high or wide. On the JavaFX thread, after layout. */
    public static List<String> tooSmallIn(Node root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ButtonBase button && (button.getHeight() < LEAST || button.getWidth() < LEAST)) {
            found.add((int) button.getWidth() + " x " + (int) button.getHeight() + ": " + CutText.where(button, button.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
