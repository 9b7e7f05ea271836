package dev.docket.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;

/** Where the Tab key goes. */
public final class TabOrder {
    private static final int MOST = 400;

    private TabOrder() {}

    /** One round, from the control that has the keyboard. On the JavaFX thread. */
    public static List<Node> round(Scene scene) {
        Set<Node> visited = new LinkedHashSet<>();
        Node first = scene.getFocusOwner();
        for (Node at = first; at != null && visited.add(at) && visited.size() < MOST; at = scene.getFocusOwner()) {
            at.requestFocusTraversal(TraversalDirection.NEXT);
        }
        if (first != null) {
            first.requestFocus();
        }
        return List.copyOf(visited);
    }

    /** Gives the keyboard to what this selector finds, as Tab would after some presses. False where Tab never comes there. On the JavaFX thread. */
    public static boolean goTo(Scene scene, String selector) {
        List<Node> round = round(scene);
        Node wanted = scene.getRoot().lookup(selector);
        round.stream().filter(node -> node == wanted).forEach(Node::requestFocus);
        return scene.getFocusOwner() == wanted;
    }

    /** What Tab never comes to under this node, and where it goes beside it though a sheet lies over the rest. On the JavaFX thread. */
    public static List<String> faultsIn(Scene scene, Parent root) {
        List<Node> visited = round(scene);
        List<String> found = new ArrayList<>();
        unreached(root, visited, found);
        if (root.getStyleClass().contains("overlay-ground")) {
            visited.stream().filter(node -> !isUnder(node, root)).forEach(node -> found.add("goes below the sheet to " + CutText.where(node, "")));
        }
        return found;
    }

    private static boolean isOneOfMany(Node node) {
        return node instanceof Toggle toggle && toggle.getToggleGroup() != null || node.getParent() instanceof Spinner<?>;
    }

    private static boolean isUnder(Node node, Parent root) {
        return node != null && (node == root || isUnder(node.getParent(), root));
    }

    private static void unreached(Node node, List<Node> visited, List<String> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        // of a group Tab comes to the chosen one, the arrow keys to the others
        if (node.isFocusTraversable() && !visited.contains(node) && !isOneOfMany(node)) {
            found.add("never comes to " + CutText.where(node, ""));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> unreached(child, visited, found));
        }
    }
}
