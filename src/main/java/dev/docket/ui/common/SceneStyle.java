package dev.docket.ui.common;

import dev.docket.settings.Appearance;
import dev.docket.settings.Appearance.Density;
import dev.docket.settings.Appearance.Motion;
import java.util.List;
import javafx.scene.Scene;

/** How dense the rows of a scene are, and whether anything in it moves of itself: style classes of its root. JavaFX thread. */
public final class SceneStyle {
    private static final String COMPACT = "compact-rows";
    private static final String STILL = "still";

    private SceneStyle() {}

    /** To be called again when the system changes its mind about motion. */
    public static void set(Scene scene, Appearance chosen) {
        mark(scene, COMPACT, chosen.density() == Density.COMPACT);
        mark(scene, STILL, chosen.motion() == Motion.REDUCED || chosen.motion() == Motion.SYSTEM && scene.getPreferences().isReducedMotion());
    }

    private static void mark(Scene scene, String style, boolean on) {
        List<String> styles = scene.getRoot().getStyleClass();
        styles.remove(style);
        if (on) {
            styles.add(style);
        }
    }
}
