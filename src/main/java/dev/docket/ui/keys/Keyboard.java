package dev.docket.ui.keys;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What is printed on the keys. */
final class Keyboard {
    private Keyboard() {}

    /** The name of the pressed key as {@link Chord} has it; empty text for one that says nothing of itself. */
    static String key(KeyEvent event) {
        return event.getCode() == KeyCode.UNDEFINED ? event.getText().toUpperCase(Locale.ROOT) : event.getCode().getName();
    }
}
