package dev.docket.ui.review;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.review.KeyMap.Binding;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns key events into one command each: a held key counts once unless it moves what is seen, and keys rest while a text field has focus or a sheet is open. */
final class KeyPresses {
    private final KeyMap keys;
    private final Overlays overlays;
    private final Consumer<Binding> down;
    private final Consumer<Binding> up;
    private final Set<KeyCode> pressed = EnumSet.noneOf(KeyCode.class);

    KeyPresses(KeyMap keys, Overlays overlays, Consumer<Binding> down, Consumer<Binding> up) {
        this.keys = keys;
        this.overlays = overlays;
        this.down = down;
        this.up = up;
    }

    void pressed(KeyEvent event, Scene scene) {
        boolean first = pressed.add(event.getCode());
        if (overlays.isOpen() || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        keys.of(event).filter(b -> !b.command().steers() || scene.getFocusOwner() == null || scene.getFocusOwner() instanceof PictureStage).ifPresent(binding -> {
            event.consume();
            if (first || binding.command().repeats()) {
                down.accept(binding);
            }
        });
    }

    void released(KeyEvent event) {
        pressed.remove(event.getCode());
        keys.bindings().stream().filter(b -> b.code() == event.getCode() && b.command() == KeyCommand.PEEK).findFirst().ifPresent(up);
    }

    /** The window lost the keyboard: releases that happen elsewhere are not seen here. */
    void forget() {
        pressed.clear();
    }
}
