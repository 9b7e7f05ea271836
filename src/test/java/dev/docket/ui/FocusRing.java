package dev.docket.ui;

import dev.docket.ui.common.DirectPaint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;

/** Whether it can be seen where the keyboard is: what is painted anew on a control it comes to, with contrast 3 to the ground. */
public final class FocusRing {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final int AROUND = 5;
    private static final int MOST_ROUNDS = 5;

    private FocusRing() {}

    /** Controls whose look hardly changes. Each kind of control is looked at once. @param known kinds that were looked at */
    public static List<String> missingIn(Scene scene, Parent root, Set<String> known) {
        List<String> found = new ArrayList<>();
        Node owner = Toolkit.ask(scene::getFocusOwner);
        Toolkit.tell(() -> DirectPaint.below(root));
        boolean looked = false;
        boolean disturbed = true;
        for (int round = 0; disturbed && round < MOST_ROUNDS; round++) {
            List<Node> nodes = new ArrayList<>();
            Toolkit.tell(() -> collect(root, root.localToScene(root.getLayoutBounds()), known, nodes));
            disturbed = false;
            for (Node node : nodes) {
                looked = true;
                if (!check(scene, node, found, round == MOST_ROUNDS - 1)) {
                    known.remove(kind(node));
                    disturbed = true;
                }
            }
        }
        if (looked && owner != null) {
            Toolkit.tell(owner::requestFocus);
        }
        return found;
    }

    /** What the keyboard can come to, and is shown whole. */
    private static void collect(Node node, Bounds shown, Set<String> known, List<Node> nodes) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        Bounds own = node.localToScene(node.getLayoutBounds());
        // a spinner shows for the field within it
        if (node.isFocusTraversable() && !(node.getParent() instanceof Spinner<?>) && own.getWidth() > 0 && shown.contains(own) && known.add(kind(node))) {
            nodes.add(node);
        }
        if (node instanceof Parent parent) {
            Bounds inside = node.getClip() == null ? shown : cut(own, shown);
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inside, known, nodes));
        }
    }

    private static Bounds cut(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x), Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    static String kind(Node node) {
        return node.getClass().getSimpleName() + new TreeSet<>(node.getStyleClass());
    }

    /** @return whether it had the focus to the end: what a screen reads meanwhile may put another node in its place, or take the focus */
    private static boolean check(Scene scene, Node node, List<String> found, boolean last) {
        Bounds at = Toolkit.ask(() -> {
            mark(node, false);
            return around(scene, node);
        });
        BufferedImage without = Toolkit.shot(scene.getRoot(), at);
        Toolkit.tell(() -> {
            node.requestFocus();
            mark(node, true);
        });
        BufferedImage with = Toolkit.shot(scene.getRoot(), at);
        boolean undisturbed = Toolkit.ask(() -> {
            boolean marked = node.getScene() == scene && node.getPseudoClassStates().contains(VISIBLE) && around(scene, node).equals(at);
            node.pseudoClassStateChanged(VISIBLE, false);
            return marked;
        });
        int ring = painted(without, with);
        if ((undisturbed || last) && ring < (at.getWidth() + at.getHeight()) / 2) {
            found.add(ring + " pixels tell the focus of " + CutText.where(node, ""));
        }
        return undisturbed;
    }

    private static Bounds around(Scene scene, Node node) {
        Bounds own = node.localToScene(node.getLayoutBounds());
        return cut(new BoundingBox(own.getMinX() - AROUND, own.getMinY() - AROUND, own.getWidth() + 2 * AROUND, own.getHeight() + 2 * AROUND),
                scene.getRoot().getLayoutBounds());
    }

    private static void mark(Node node, boolean on) {
        node.pseudoClassStateChanged(FOCUSED, on);
        node.pseudoClassStateChanged(VISIBLE, on);
    }

    private static int painted(BufferedImage without, BufferedImage with) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < without.getHeight(); y++) {
            for (int x = 0; x < without.getWidth(); x++) {
                counts.merge(without.getRGB(x, y), 1, Integer::sum);
            }
        }
        int ground = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        int ring = 0;
        for (int y = 0; y < without.getHeight(); y++) {
            for (int x = 0; x < without.getWidth(); x++) {
                ring += without.getRGB(x, y) != with.getRGB(x, y) && Contrast.ratio(with.getRGB(x, y), ground) >= Contrast.SIGN ? 1 : 0;
            }
        }
        return ring;
    }
}
