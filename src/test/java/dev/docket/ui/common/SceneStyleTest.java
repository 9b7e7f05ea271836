package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Appearance;
import dev.docket.settings.Appearance.Density;
import dev.docket.settings.Appearance.Motion;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class SceneStyleTest {
    private Button row;
    private Scene scene;

    @Test
    void compactRowsTakeLessRoomAndGiveItBack() {
        show();
        double usual = height(Appearance.DEFAULT);

        assertThat(height(Appearance.DEFAULT.withDensity(Density.COMPACT))).isLessThan(usual).isGreaterThanOrEqualTo(24);
        assertThat(height(Appearance.DEFAULT)).isEqualTo(usual);
    }

    @Test
    void motionIsOffWhenItIsChosenOrTheSystemSaysSo() {
        show();

        assertThat(still(Motion.REDUCED, false)).isTrue();
        assertThat(still(Motion.SYSTEM, true)).isTrue();
        assertThat(still(Motion.SYSTEM, false)).isFalse();
        assertThat(still(Motion.FULL, true)).isFalse();
    }

    private void show() {
        Toolkit.start();
        Toolkit.tell(() -> {
            new Theme(Settings.Theme.LIGHT);
            row = new Button("Within policy");
            row.getStyleClass().setAll("verdict-row");
            scene = new Scene(new VBox(row), 300, 200);
            Theme.dress(scene, "review");
        });
    }

    private double height(Appearance appearance) {
        return Toolkit.ask(() -> {
            SceneStyle.set(scene, appearance);
            scene.getRoot().applyCss();
            return row.prefHeight(-1);
        });
    }

    private boolean still(Motion chosen, boolean system) {
        return Toolkit.ask(() -> {
            scene.getPreferences().setReducedMotion(system);
            SceneStyle.set(scene, Appearance.DEFAULT.withMotion(chosen));
            return scene.getRoot().getStyleClass().contains("still");
        });
    }
}
