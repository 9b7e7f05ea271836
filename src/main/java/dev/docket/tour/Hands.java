package dev.docket.tour;

import dev.docket.ui.common.ScreenThread;
import dev.docket.ui.keys.Chord;
import java.io.IOException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys pressed where the keyboard is, and buttons fired. */
final class Hands {
    private final ScreenThread thread;
    private final Scene scene;

    Hands(ScreenThread thread, Scene scene) {
        this.thread = thread;
        this.scene = scene;
    }

    /** @param chord such as {@code Shift+S} */
    void press(String chord) {
        thread.tell(() -> {
            key(KeyEvent.KEY_PRESSED, chord);
            key(KeyEvent.KEY_RELEASED, chord);
        });
    }

    /** Presses a key and does something before it is let go. */
    void holding(String chord, TourScreens.Step step) throws IOException {
        thread.tell(() -> key(KeyEvent.KEY_PRESSED, chord));
        try {
            step.run();
        } finally {
            thread.tell(() -> key(KeyEvent.KEY_RELEASED, chord));
        }
    }

    private void key(EventType<KeyEvent> type, String written) {
        Chord chord = Chord.of(written);
        KeyCode code = KeyCode.getKeyCode(chord.key());
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene.getRoot() : owner,
                new KeyEvent(type, "", code.getName(), code, chord.shift(), chord.control(), chord.alt(), false));
    }

    /** Presses a button once it can be. @param selector such as {@code #train} */
    void fire(String selector) {
        thread.await("the button " + selector, () -> button(selector) != null && !button(selector).isDisabled());
        thread.tell(() -> button(selector).fire());
    }

    private ButtonBase button(String selector) {
        return scene.getRoot().lookup(selector) instanceof ButtonBase button ? button : null;
    }
}
