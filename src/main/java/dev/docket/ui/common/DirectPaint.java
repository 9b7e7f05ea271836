package dev.docket.ui.common;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scroll panes whose content is painted anew each time: JavaFX keeps what they show as a picture. JavaFX thread. */
public final class DirectPaint {
    private DirectPaint() {}

    /** Its content changes more often than it is scrolled, and whatever changes would be painted twice. */
    public static void in(ScrollPane pane) {
        pane.skinProperty().subscribe(_ -> Stream.ofNullable(pane.lookup(".viewport")).forEach(viewport -> viewport.setCache(false)));
    }

    /** For snapshots: the kept pictures are renewed only once between two paintings of the window, so that a second one may be old. */
    public static void below(Node root) {
        root.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
    }
}
