package dev.docket.ui.keys;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.keys.KeyMap.Binding;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Turns key events into one command each: a held key counts once unless it moves what is seen, and keys rest while a text field
 * has focus or a sheet is open. A key that opened a sheet says nothing to it while it is held, and one that comes just after a sheet was taken away is for that sheet.
 */
public final class KeyPresses {
    private final ObservableValue<KeyMap> keys;
    private final Overlays overlays;
    private final Class<? extends Node> picture;
    private final Consumer<Binding> down;
    private final Consumer<Binding> up;
    private final Set<String> pressed = new HashSet<>();
    /** Of those, what did something below the sheets. */
    private final Set<String> acted = new HashSet<>();

    /**
     * @param picture where the keys that steer work
     * @param down a command's key went down
     * @param up a key that looks was let go
     */
    public KeyPresses(ObservableValue<KeyMap> keys, Overlays overlays, Class<? extends Node> picture, Consumer<Binding> down, Consumer<Binding> up) {
        this.keys = keys;
        this.overlays = overlays;
        this.picture = picture;
        this.down = down;
        this.up = up;
    }

    public void pressed(KeyEvent event, Scene scene) {
        String key = keys.getValue().chord(event).key();
        boolean first = pressed.add(key);
        Node focused = scene.getFocusOwner();
        if (overlays.isOpen() ? acted.contains(key) : overlays.swallows()) {
            event.consume();
            return;
        }
        if (overlays.isOpen() || focused instanceof TextInputControl) {
            return;
        }
        keys.getValue().of(event).filter(b -> !b.command().steers() || focused == null || picture.isInstance(focused)).ifPresent(binding -> {
            event.consume();
            acted.add(key);
            if (first || binding.command().repeats()) {
                down.accept(binding);
            }
        });
    }

    /** Whatever is held beside it by now. */
    public void released(KeyEvent event) {
        String key = keys.getValue().chord(event).key();
        pressed.remove(key);
        acted.remove(key);
        keys.getValue().bindings().stream().filter(b -> b.command().holds() && b.chord().key().equals(key)).forEach(up);
    }

    /** The window lost the keyboard: releases that happen elsewhere are not seen here. */
    public void forget() {
        pressed.clear();
        acted.clear();
    }
}
