package dev.docket.ui.common;

import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;

/** Scroll panes whose content changes more often than it is scrolled. JavaFX thread. */
public final class DirectPaint {
    private DirectPaint() {}

    /** JavaFX keeps what a scroll pane shows as a picture, so that whatever changes in it is painted twice: not in this one. */
    public static void in(ScrollPane pane) {
        pane.skinProperty().subscribe(_ -> Stream.ofNullable(pane.lookup(".viewport")).forEach(viewport -> viewport.setCache(false)));
    }
}
