package dev.docket.ui.stack;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the review screen as they work on a stack: a held key counts once; Space and Enter are those of the grid alone. */
final class StackKeys {
    /** What works here; all other keys are the grid's, or nobody's. */
    static final Set<KeyCommand> OWN = EnumSet.of(KeyCommand.DECIDE, KeyCommand.DECIDE_UNSURE, KeyCommand.MORE_LABELS, KeyCommand.SKIP,
            KeyCommand.PEEK, KeyCommand.LATCH, KeyCommand.GO_ON, KeyCommand.COVER_NOW, KeyCommand.DECIDE_STACK, KeyCommand.MAKE_SEED, KeyCommand.UNDO, KeyCommand.KEYS);
    /** What other controls want for themselves when they have the keyboard. */
    private static final Set<KeyCommand> GRIDS_OWN = EnumSet.of(KeyCommand.PEEK, KeyCommand.LATCH, KeyCommand.GO_ON);

    private final ObservableValue<KeyMap> keys;
    private final Overlays overlays;
    private final Node grid;
    private final Consumer<Binding> down;
    private final Runnable letGo;
    private final Set<KeyCode> pressed = EnumSet.noneOf(KeyCode.class);

    /** @param letGo the key that looks went up */
    StackKeys(ObservableValue<KeyMap> keys, Overlays overlays, Node grid, Consumer<Binding> down, Runnable letGo) {
        this.keys = keys;
        this.overlays = overlays;
        this.grid = grid;
        this.down = down;
        this.letGo = letGo;
    }

    void pressed(KeyEvent event) {
        boolean first = pressed.add(event.getCode());
        Node focused = ((Scene) event.getSource()).getFocusOwner();
        if (overlays.isOpen() || focused instanceof TextInputControl || focused instanceof ComboBoxBase<?> box && box.isShowing()) {
            return;
        }
        keys.getValue().of(event).filter(binding -> OWN.contains(binding.command()))
                .filter(binding -> !GRIDS_OWN.contains(binding.command()) || focused == grid || focused == null).ifPresent(binding -> {
                    event.consume();
                    if (first) {
                        down.accept(binding);
                    }
                });
    }

    void released(KeyEvent event) {
        pressed.remove(event.getCode());
        letGo.run();
    }

    /** The window lost the keyboard: releases that happen elsewhere are not seen here. */
    void forget() {
        pressed.clear();
    }
}
