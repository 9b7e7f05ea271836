package dev.docket.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * How large the text of a scene is, and with it everything the stylesheets give a length: rows, rails and keycaps grow
 * with the words in them. Lines of one or two pixels stay as they are, and under 100 % all lengths do: what can be pressed stays
 * as high as a hand needs it. JavaFX thread.
 */
public final class TextSize {
    /** The size of text at 100 %, as the themes have it. */
    private static final double USUAL = 13;
    /** Over this, a screen has to be laid out otherwise, or to scroll. */
    public static final double LARGE = 1.3;
    private static final Object KEY = TextSize.class;
    private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)px");
    private static final Pattern IMPORT = Pattern.compile("@import \"([a-z-]+)\\.css\";");
    private static final String LARGE_TEXT = "large-text";

    private TextSize() {}

    /**
     * @param percent of the usual size, 80 to 200
     * @param screens the stylesheets the scene was dressed in, see {@link Theme#dress}
     */
    public static void set(Scene scene, int percent, String... screens) {
        double factor = percent / 100.0;
        if (factor == of(scene.getRoot())) {
            return;
        }
        scene.getStylesheets().clear();
        Theme.dress(scene, screens);
        if (percent != 100) {
            List<String> names = new ArrayList<>(List.of("base"));
            names.addAll(List.of(screens));
            scene.getStylesheets().setAll(names.stream().map(name -> grown(name, factor)).toList());
        }
        scene.getRoot().getStyleClass().remove(LARGE_TEXT);
        if (factor > LARGE) {
            scene.getRoot().getStyleClass().add(LARGE_TEXT);
        }
        scene.getRoot().getProperties().put(KEY, factor);
    }

    /** How many times the usual size text is where this node is shown, as it changes; 1 while it is shown nowhere. */
    public static ObservableValue<Double> around(Node node) {
        return node.sceneProperty().flatMap(Scene::rootProperty).flatMap(root -> Bindings.valueAt(root.getProperties(), KEY)).map(Double.class::cast).orElse(1.0);
    }

    private static double of(Node root) {
        return root.getProperties().get(KEY) instanceof Double factor ? factor : 1;
    }

    private static String grown(String name, double factor) {
        String text = LENGTH.matcher(read(name)).replaceAll(length -> grown(Double.parseDouble(length.group(1)), factor));
        if (name.equals("base")) {
            text = ".root { -fx-font-size: " + USUAL * factor + "px; }\n" + text;
        }
        return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String grown(double length, double factor) {
        return String.format(Locale.ROOT, "%.2fpx", length <= 2 || factor < 1 ? length : length * factor);
    }

    /** With what it imports in its place: a stylesheet in a data URL has no folder to import from. */
    private static String read(String name) {
        try (InputStream sheet = TextSize.class.getResourceAsStream("/styles/" + name + ".css")) {
            String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            return IMPORT.matcher(text).replaceAll(other -> Matcher.quoteReplacement(read(other.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
