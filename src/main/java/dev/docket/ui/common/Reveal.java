package dev.docket.ui.common;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Brings a part of what scrolls into view, by as little as it takes. JavaFX thread. */
public final class Reveal {
    private static final int LAYOUT_PASSES = 3;

    /** Reveals a part once, after the layout of a pulse. */
    private record AfterLayout(Scene scene, Node part) implements Runnable {
        @Override
        public void run() {
            scene.removePostLayoutPulseListener(this);
            layOut(scene.getRoot());
            now(part);
        }
    }

    private Reveal() {}

    /** @return false where nothing around it scrolls yet, or is not laid out */
    public static boolean now(Node part) {
        ScrollPane around = around(part);
        double seen = around == null ? 0 : around.getViewportBounds().getHeight();
        if (seen <= 0) {
            return false;
        }
        Node content = around.getContent();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        Bounds at = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double from = around.getVvalue() * hidden;
        double least = Math.min(at.getMaxY() - seen, at.getMinY());
        around.setVvalue(hidden <= 0 ? 0 : Math.clamp(Math.clamp(from, least, at.getMinY()) / hidden, 0, 1));
        return true;
    }

    /** Once what changed with it is laid out, in the next pulse. */
    public static void soon(Node part) {
        Scene scene = part.getScene();
        if (scene != null && around(part) != null) {
            scene.addPostLayoutPulseListener(new AfterLayout(scene, part));
            Platform.requestNextPulse();
        }
    }

    /** Words that wrap find their height in a second pass, and move what lies below in a third. */
    public static void layOut(Parent root) {
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    private static ScrollPane around(Node part) {
        Parent at = part.getParent();
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        return (ScrollPane) at;
    }
}
