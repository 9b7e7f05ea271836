package dev.docket.ui.keys;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Which key does what: the table of {@link KeyCommand} over the label keys of a pack. Never changes; a change of keys is another map. */
public final class KeyMap {

    /**
     * One key and its meaning.
     *
     * @param label the label of a verdict key
     * @param step 1 and up for one of a row of keys, such as the severities; 0 for all others
     * @param drawn whether people are told of it
     */
    public record Binding(Chord chord, KeyCommand command, Optional<Label> label, int step, boolean drawn) {
        public boolean shift() {
            return chord.shift();
        }

        /** How the key is drawn, modifiers first. */
        public List<String> caps() {
            return chord.caps();
        }
    }

    private final List<Binding> bindings = new ArrayList<>();

    public KeyMap(PolicyPack pack) {
        for (KeyCommand command : KeyCommand.values()) {
            command.keys().forEach(key -> bind(pack, command, key));
        }
    }

    private void bind(PolicyPack pack, KeyCommand command, String written) {
        boolean quiet = written.startsWith("~");
        String key = quiet ? written.substring(1) : written;
        if (key.endsWith("*")) {
            pack.labels().stream().filter(l -> l.hotkey().matches("[1-9]")).forEach(l -> {
                add(key.replace("*", l.hotkey()), command, Optional.of(l), 0, quiet);
                add(key.replace("*", "Numpad " + l.hotkey()), command, Optional.of(l), 0, quiet);
            });
        } else if (key.endsWith("1-5")) {
            for (int step = 1; step <= 5; step++) {
                add(key.replace("1-5", Integer.toString(step)), command, Optional.empty(), step, quiet);
            }
        } else {
            add(key, command, Optional.empty(), 0, quiet);
        }
    }

    private void add(String written, KeyCommand command, Optional<Label> label, int step, boolean quiet) {
        Chord chord = Chord.of(written);
        bindings.add(new Binding(chord, command, label, step, !quiet && !chord.onPad()));
    }

    /** What the pressed key means. */
    public Optional<Binding> of(KeyEvent event) {
        if (event.isMetaDown()) {
            return Optional.empty();
        }
        Chord chord = new Chord(Keyboard.key(event), event.isShiftDown(), event.isControlDown(), event.isAltDown());
        return bindings.stream().filter(b -> b.chord().equals(chord)).findFirst();
    }

    /** In the order of the key sheet. */
    public List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    /** The keys people are told of, the most usual first. */
    public List<Binding> drawn(KeyCommand command) {
        return bindings.stream().filter(b -> b.command() == command && b.drawn()).toList();
    }

    /** How a command's first key is drawn; empty when it has none. */
    public List<String> caps(KeyCommand command) {
        return drawn(command).stream().findFirst().map(Binding::caps).orElse(List.of());
    }

    /** How the key that decides for a label is drawn; empty when it is one of those behind {@code 0}. */
    public List<String> caps(Label label) {
        return drawn(KeyCommand.DECIDE).stream().filter(b -> b.label().equals(Optional.of(label))).findFirst().map(Binding::caps).orElse(List.of());
    }

    /** The labels behind {@code 0}, with their letters. */
    public static List<Label> palette(PolicyPack pack) {
        return pack.labels().stream().filter(l -> l.hotkey().matches("0 [a-z]")).toList();
    }
}
