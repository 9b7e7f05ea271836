package dev.docket.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Words a person cannot read to their end: shortened with dots, or reaching beyond what shows them. */
public final class CutText {
    private static final double SLACK = 1.5;

    private final List<String> found = new ArrayList<>();

    private CutText() {}

    /** What is cut under this node, each with where it is. Text with a tooltip may be shortened. On the JavaFX thread, after layout. */
    public static List<String> in(Node root) {
        CutText look = new CutText();
        look.visit(root, root.localToScene(root.getLayoutBounds()), root.localToScene(root.getLayoutBounds()));
        return look.found;
    }

    /** @param across what shows this node from side to side, @param along from top to bottom; where it scrolls, the content */
    private void visit(Node node, Bounds across, Bounds along) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds own = node.localToScene(node.getLayoutBounds());
        if (node instanceof Labeled labeled) {
            shortened(labeled);
        }
        if (node instanceof TextInputControl input) {
            prompt(input);
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            beyond(text, own, across, along);
        }
        boolean shows = node.getClip() != null;
        Bounds sides = scrollsAside(node) ? null : shows && across != null ? own : across;
        Bounds ends = scrolls(node) ? null : shows && along != null ? own : along;
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, sides, ends));
        }
    }

    private static boolean scrollsAside(Node node) {
        return node instanceof ScrollPane scroll && scroll.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
    }

    private static boolean scrolls(Node node) {
        return node instanceof ScrollPane || node.getStyleClass().contains("virtual-flow") || node.getStyleClass().contains("clipped-container")
                || node.getStyleClass().contains("viewport");
    }

    private void shortened(Labeled labeled) {
        String whole = labeled.getText() == null ? "" : labeled.getText();
        Text shown = labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast).filter(Node::isVisible)
                .filter(text -> text.getStyleClass().contains("text")).findFirst().orElse(null);
        if (shown != null && !letters(shown.getText()).equals(letters(whole)) && !isToldOnAsking(labeled)) {
            found.add("shortened to '" + shown.getText() + "': " + where(labeled, whole));
        }
    }

    /** Whether it, or what it is a part of, has a tooltip, or is a column that can be drawn wider. */
    private static boolean isToldOnAsking(Node node) {
        return node != null && (node instanceof Control control && control.getTooltip() != null || node.getStyleClass().contains("table-column")
                || isToldOnAsking(node.getParent()));
    }

    /** Without line breaks and the underline of a mnemonic. */
    private static String letters(String words) {
        return words.replaceAll("[_\\s]+", "");
    }

    private void prompt(TextInputControl input) {
        boolean shown = input.getText() == null || input.getText().isEmpty();
        if (shown && input.getPromptText() != null) {
            Text words = new Text(input.getPromptText());
            words.setFont(input.getFont());
            double room = input.getWidth() - input.snappedLeftInset() - input.snappedRightInset();
            if (words.getLayoutBounds().getWidth() > room + SLACK && input.getTooltip() == null) {
                found.add("prompt needs " + (int) words.getLayoutBounds().getWidth() + " of " + (int) room + ": " + where(input, input.getPromptText()));
            }
        }
    }

    private void beyond(Text text, Bounds own, Bounds across, Bounds along) {
        boolean sideways = across != null && (own.getMinX() < across.getMinX() - SLACK || own.getMaxX() > across.getMaxX() + SLACK);
        boolean upright = along != null && (own.getMinY() < along.getMinY() - SLACK || own.getMaxY() > along.getMaxY() + SLACK);
        Parent parent = text.getParent();
        Bounds box = parent == null ? own : parent.localToScene(parent.getLayoutBounds());
        boolean tall = parent instanceof Labeled && own.getHeight() > box.getHeight() + 2 * SLACK;
        boolean wide = parent instanceof Labeled && (own.getMinX() < box.getMinX() - SLACK || own.getMaxX() > box.getMaxX() + SLACK);
        boolean outOfRow = row(parent).filter(cell -> own.getMaxY() > cell.getMaxY() + 2 * SLACK).isPresent();
        if (sideways || upright || tall || wide || outOfRow) {
            found.add((sideways ? "beyond the sides: " : upright ? "beyond top or bottom: " : tall ? "taller than its box: " : wide ? "wider than its box: " : "beyond its row: ") + where(text, text.getText()));
        }
    }

    /** Of the row of a list that it stands in. */
    private static Optional<Bounds> row(Node node) {
        return node == null ? Optional.empty() : node instanceof Cell<?> cell ? Optional.of(cell.localToScene(cell.getLayoutBounds())) : row(node.getParent());
    }

    /** The words and the way to them. */
    static String where(Node node, String words) {
        StringBuilder way = new StringBuilder();
        for (Node at = node; at != null && way.length() < 120; at = at.getParent()) {
            List<String> styles = at.getStyleClass().stream().filter(s -> !s.equals("text") && !s.equals("label")).toList();
            way.append(" < ").append(at.getClass().getSimpleName()).append(at.getId() == null ? "" : "#" + at.getId()).append(styles.isEmpty() ? "" : "." + String.join(".", styles));
        }
        return "'" + words + "'" + way;
    }
}
