package dev.docket.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bar above the screens, as wide as the window. */
class AppBarTest {
    private static final List<String> LONG = List.of("Prüfen", "Stapel", "Warteschlange", "Richtlinie", "Qualität", "Entscheidungssätze", "Modelle", "Protokoll");

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void theSearchGivesItsWordsForTheTabs() {
        Parent root = bar(LONG);
        double width = 1600;
        while (lines(root, width) == 1 && find(root) == ContentDisplay.LEFT) {
            width -= 10;
        }

        assertThat(find(root)).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(lines(root, width - 100)).as("at %s", width - 100).isOne();
        assertThat(lines(root, width + 20)).isOne();
        assertThat(find(root)).isEqualTo(ContentDisplay.LEFT);
    }

    @Test
    void itKeepsThemWhereThereIsRoom() {
        Parent root = bar(LONG.subList(0, 4));

        assertThat(lines(root, 1280)).isOne();
        assertThat(find(root)).isEqualTo(ContentDisplay.LEFT);
    }

    private static Parent bar(List<String> titles) {
        return Toolkit.ask(() -> {
            ShellController shell = new ShellController(new Overlays(), new Theme(Settings.Theme.DARK), new Job(new Background(Runnable::run, Runnable::run)));
            Parent root = new Views().load("shell", shell);
            Theme.dress(new Scene(root, 1280, 800));
            shell.open(Stream.iterate(0, i -> i < titles.size(), i -> i + 1).map(i -> Screen.of("s" + i, titles.get(i), Region::new, () -> {})).toList(), "L-01");
            return root;
        });
    }

    private static long lines(Parent root, double width) {
        return Toolkit.ask(() -> {
            root.resize(width, 800);
            // the search folds while they are laid out
            for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.layout();
            }
            Pane tabs = (Pane) root.lookup(".app-tabs");
            return tabs.getChildren().stream().mapToDouble(tab -> tab.getBoundsInParent().getCenterY()).distinct().count();
        });
    }

    private static ContentDisplay find(Parent root) {
        return Toolkit.ask(() -> ((Button) root.lookup(".find-button")).getContentDisplay());
    }
}
