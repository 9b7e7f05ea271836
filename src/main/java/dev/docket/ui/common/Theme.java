package dev.docket.ui.common;

import dev.docket.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light, dark or as the system says, and the faces of the text. JavaFX thread. */
public final class Theme {
    private static final List<String> FACES = List.of(
            "inter/Inter-Regular.otf", "inter/Inter-SemiBold.otf", "inter/Inter-Bold.otf", "inter/Inter-Italic.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf", "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private final ObjectProperty<Settings.Theme> choice = new SimpleObjectProperty<>(this, "choice");
    /** Listens weakly: what the system says lives as long as the process, and would keep every window that was closed. */
    private final ChangeListener<ColorScheme> system = (_, _, _) -> apply();

    public Theme(Settings.Theme first) {
        FACES.forEach(Theme::loadFace);
        choice.addListener((o, was, now) -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(system));
        choice.set(first);
    }

    /** Setting it restyles every open window, dialogs included. */
    public ObjectProperty<Settings.Theme> choiceProperty() {
        return choice;
    }

    public boolean isDark() {
        return choice.get() == Settings.Theme.DARK
                || choice.get() == Settings.Theme.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    /** The stylesheets every scene of Docket carries, {@code base.css} first. */
    public static void dress(Scene scene, String... screens) {
        scene.getStylesheets().add(url("/styles/base.css"));
        for (String screen : screens) {
            scene.getStylesheets().add(url("/styles/" + screen + ".css"));
        }
    }

    private void apply() {
        Application.setUserAgentStylesheet(url(isDark() ? "/styles/theme-dark.css" : "/styles/theme-light.css"));
    }

    private static String url(String path) {
        return Theme.class.getResource(path).toExternalForm();
    }

    private static void loadFace(String file) {
        try (InputStream face = Theme.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + file)) {
            Font.loadFont(face, 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
