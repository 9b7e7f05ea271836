package dev.docket.ui.settings;

import dev.docket.settings.Keys;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.Assignment;
import dev.docket.ui.keys.Chord;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.Remapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Asks for a key: the next one pressed is the answer, unless it cannot be had, or is somebody's. */
final class KeyCapture {
    private final SettingsViewModel model;
    private final ObservableValue<KeyMap> keys;
    private KeyRow row;
    private Assignment one;
    private int at;
    private boolean listening;

    KeyCapture(SettingsViewModel model, ObservableValue<KeyMap> keys) {
        this.model = model;
        this.keys = keys;
    }

    /** @param which of its keys; their number: another one */
    void ask(KeyRow asking, Assignment of, int which) {
        if (row != null) {
            row.asked();
        }
        row = asking;
        one = of;
        at = which;
        listening = true;
        boolean removable = one.chords().size() > 1 && at < one.chords().size();
        say(Text.of("settings.key.press", one.words()), removable ? List.of(leave(), button("keyRemove", Text.of("settings.key.remove"), () -> {
            Assignment from = one;
            int index = at;
            over();
            remove(from, index);
        })) : List.of(leave()));
    }

    /** @return whether it was the answer, or is one that does not count */
    boolean takes(KeyEvent event) {
        if (row != null && event.getCode() == KeyCode.ESCAPE) {
            over();
            return true;
        }
        if (!listening) {
            return false;
        }
        if (!event.getCode().isModifierKey()) {
            answer(keys.getValue().chord(event));
        }
        return true;
    }

    private void answer(Chord wanted) {
        String caps = String.join(" ", keys.getValue().caps(wanted));
        Optional<String> objection = Remapping.objection(one, wanted);
        List<Assignment> holders = keys.getValue().holders(one, wanted);
        Optional<Keys> given = Remapping.give(model.settingsProperty().get().keys(), keys.getValue(), one, at, wanted);
        String others = holders.stream().map(Assignment::words).collect(Collectors.joining(Text.of("settings.key.and")));
        if (objection.isPresent()) {
            say(objection.get(), List.of(leave()));
        } else if (given.isEmpty()) {
            say(Text.of("settings.key.only", caps, others), List.of(leave()));
        } else if (holders.isEmpty()) {
            take(given.get());
        } else {
            listening = false;
            Button swap = button("keySwap", Text.of(at < one.chords().size() ? "settings.key.swap" : "settings.key.take"), () -> take(given.get()));
            say(Text.of("settings.key.taken", caps, others), List.of(swap, leave()));
            swap.requestFocus();
        }
    }

    private void take(Keys given) {
        over();
        model.change(s -> s.withKeys(given));
    }

    /** One key less; the last one stays. */
    void remove(Assignment from, int index) {
        model.change(s -> s.withKeys(Remapping.take(s.keys(), from, index)));
    }

    private void over() {
        KeyRow asked = row;
        row = null;
        listening = false;
        asked.asked();
    }

    private void say(String words, List<Button> buttons) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(label, javafx.scene.layout.Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox strip = new HBox(label);
        strip.getChildren().addAll(buttons);
        strip.getStyleClass().addAll("note", "key-question");
        Node question = strip;
        row.ask(question);
    }

    private Button leave() {
        return button("keyLeave", Text.of("settings.key.leave"), this::over);
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
