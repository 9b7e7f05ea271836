package dev.docket.ui.keys;

import dev.docket.ui.common.Keycap;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;

/** The keycaps of a command, in bars and on buttons: always those of the map that is in force. */
public final class KeyHint extends HBox {
    private final Function<String, Keycap> cap;

    private KeyHint(ObservableValue<KeyMap> keys, Function<KeyMap, List<String>> caps, Function<String, Keycap> cap) {
        this.cap = cap;
        getStyleClass().add("key-hint");
        keys.subscribe(map -> draw(caps.apply(map)));
    }

    /** The small form. */
    public static KeyHint of(ObservableValue<KeyMap> keys, KeyCommand command) {
        return new KeyHint(keys, map -> map.caps(command), Keycap::small);
    }

    /** What else is drawn of the map. */
    public static KeyHint of(ObservableValue<KeyMap> keys, Function<KeyMap, List<String>> caps, Function<String, Keycap> cap) {
        return new KeyHint(keys, caps, cap);
    }

    private void draw(List<String> caps) {
        getChildren().setAll(caps.stream().map(cap).toList());
    }
}
