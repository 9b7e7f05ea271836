package dev.docket.ui.settings;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.Assignment;
import dev.docket.ui.keys.KeyMap;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One command with its keys: press one to change it, Delete to be rid of it. */
final class KeyRow extends VBox implements Found {
    private static final int MOST_KEYS = 4;

    private final String id;
    private final KeyCapture capture;
    private final Runnable reset;
    private final Label name = new Label();
    private final Label yours = new Label(Text.of("settings.key.yours"));
    private final HBox buttons = new HBox();
    private Assignment shown;
    private KeyMap map;

    /** @param id of the assignment */
    KeyRow(String id, ObservableValue<KeyMap> keys, KeyCapture capture, Runnable reset) {
        this.id = id;
        this.capture = capture;
        this.reset = reset;
        setId("key-" + id);
        getStyleClass().add("key-setting");
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        yours.getStyleClass().addAll("caption", "muted");
        yours.setMinWidth(USE_PREF_SIZE);
        buttons.getStyleClass().add("key-buttons");
        HBox line = new HBox(name, yours, buttons);
        line.getStyleClass().add("key-line");
        getChildren().setAll(line);
        keys.subscribe(this::draw);
    }

    private void draw(KeyMap now) {
        map = now;
        int focused = buttons.getChildren().stream().filter(Node::isFocused).mapToInt(buttons.getChildren()::indexOf).findFirst().orElse(-1);
        shown = now.assignments().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        name.setText(shown.words());
        yours.setVisible(shown.changed());
        buttons.getChildren().clear();
        for (int at = 0; at < shown.chords().size(); at++) {
            buttons.getChildren().add(key(at, now.caps(shown.chords().get(at))));
        }
        if (!shown.fixed()) {
            buttons.getChildren().add(small("add", "mdal-add", Text.of("settings.key.add", shown.words()), shown.chords().size() >= MOST_KEYS,
                    () -> capture.ask(this, shown, shown.chords().size())));
            Button back = small("reset", "mdmz-undo", Text.of("settings.key.reset", shown.words()), !shown.changed(), reset);
            back.setVisible(shown.changed());
            buttons.getChildren().add(back);
        }
        if (focused >= 0) {
            buttons.getChildren().get(Math.min(focused, shown.chords().size() - 1)).requestFocus();
        }
    }

    private Button key(int at, List<String> caps) {
        HBox drawn = new HBox(caps.stream().map(Keycap::new).toArray(Node[]::new));
        drawn.getStyleClass().add("key-hint");
        Button button = new Button(null, drawn);
        button.getStyleClass().setAll("key-button");
        button.setAccessibleText(Text.of("settings.key.change", shown.words(), String.join(" ", caps)));
        button.setDisable(shown.fixed());
        button.setOnAction(_ -> capture.ask(this, shown, at));
        button.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                e.consume();
                capture.remove(shown, at);
            }
        });
        return button;
    }

    private Button small(String which, String icon, String words, boolean off, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId("key-" + which + "-" + id);
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setDisable(off);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** What is asked stands under the line; the keyboard goes back to the keys when it is over. */
    void ask(Node question) {
        getChildren().setAll(getChildren().getFirst(), question);
    }

    void asked() {
        getChildren().setAll(getChildren().getFirst());
        buttons.getChildren().getFirst().requestFocus();
    }

    @Override
    public String words() {
        String caps = shown.chords().stream().flatMap(c -> map.caps(c).stream()).reduce("", (all, cap) -> all + " " + cap);
        return shown.words() + caps + " " + Text.of("settings.key.found");
    }
}
