package dev.docket.ui.keys;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Key events as a keyboard makes them. */
public final class Presses {
    private Presses() {}

    /** @param text what the key gives, Shift included */
    public static KeyEvent of(KeyCode code, String text, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, text, code, shift, false, false, false);
    }

    public static KeyEvent of(KeyCode code) {
        return of(code, "", false);
    }

    public static KeyEvent of(Chord chord) {
        return event(KeyEvent.KEY_PRESSED, chord);
    }

    public static KeyEvent released(Chord chord) {
        return event(KeyEvent.KEY_RELEASED, chord);
    }

    private static KeyEvent event(EventType<KeyEvent> type, Chord chord) {
        KeyCode code = KeyCode.getKeyCode(chord.key());
        return new KeyEvent(type, KeyEvent.CHAR_UNDEFINED, code == null ? chord.key() : "", code == null ? KeyCode.UNDEFINED : code,
                chord.shift(), chord.control(), chord.alt(), false);
    }
}
