package dev.docket.ui.keys;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.settings.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Which key does what: a preset and the reviewer's own changes over the label keys of a pack. Never changes; a change of keys is another map. */
public final class KeyMap {

    /**
     * One key and its meaning.
     *
     * @param label the label of a verdict key
     * @param step 1 and up for one of a row of keys, such as the severities; 0 for all others
     * @param drawn whether people are told of it
     * @param caps how the key is drawn, modifiers first
     */
    public record Binding(Chord chord, KeyCommand command, Optional<Label> label, int step, boolean drawn, List<String> caps) {
        public boolean shift() {
            return chord.shift();
        }
    }

    private final Keyboard keyboard;
    private final List<Assignment> assignments;
    private final List<Binding> bindings = new ArrayList<>();

    /** The keys Docket comes with. */
    public KeyMap(PolicyPack pack) {
        this(pack, Keys.DEFAULT);
    }

    /** What it does not understand of the changes it leaves out; {@link Remapping#faults} names it. */
    public KeyMap(PolicyPack pack, Keys keys) {
        keyboard = Keyboard.of(keys.keyboard(), Locale.getDefault());
        assignments = new KeyTable(pack, keys.hand(), keyboard).with(keys);
        for (KeyCommand command : KeyCommand.values()) {
            assignments.stream().filter(a -> command.takesLabel() ? a.label().isPresent() : a.command() == command && a.label().isEmpty()).forEach(a -> {
                a.chords().forEach(chord -> bind(command, a, chord, true));
                a.quiet().forEach(chord -> bind(command, a, chord, false));
            });
        }
    }

    private void bind(KeyCommand command, Assignment from, Chord chord, boolean drawn) {
        List<Chord> pressed = command.takesLabel() ? List.of(command.beside(chord.key())) : from.reach(chord);
        for (Chord one : pressed) {
            bindings.add(new Binding(one, command, from.label(), from.step(), drawn && one == pressed.getFirst(), keyboard.caps(one)));
        }
    }

    /** What the pressed key means. */
    public Optional<Binding> of(KeyEvent event) {
        Chord pressed = chord(event);
        return event.isMetaDown() ? Optional.empty() : bindings.stream().filter(b -> b.chord().equals(pressed)).findFirst();
    }

    /** The pressed key and what is held beside it, on the reviewer's keyboard. */
    public Chord chord(KeyEvent event) {
        return new Chord(keyboard.key(event), event.isShiftDown(), event.isControlDown(), event.isAltDown());
    }

    /** In the order of the key sheet. */
    public List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    /** What keys can be chosen for, the labels first. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Who has a key that one wants. */
    public List<Assignment> holders(Assignment one, Chord wanted) {
        List<Chord> reach = one.reach(wanted);
        return assignments.stream().filter(a -> !a.id().equals(one.id()))
                .filter(a -> a.presses().stream().anyMatch(reach::contains)).toList();
    }

    /** The keys people are told of, the most usual first. */
    public List<Binding> drawn(KeyCommand command) {
        return bindings.stream().filter(b -> b.command() == command && b.drawn()).toList();
    }

    /** A command with its first key, or with none where it has none. */
    public Binding binding(KeyCommand command, Optional<Label> label, int step) {
        return drawn(command).stream().filter(b -> b.label().equals(label) && b.step() == step).findFirst()
                .orElseGet(() -> new Binding(new Chord("", false, false, false), command, label, step, false, List.of()));
    }

    /** How a command's first key is drawn; empty when it has none. */
    public List<String> caps(KeyCommand command) {
        return drawn(command).stream().findFirst().map(Binding::caps).orElse(List.of());
    }

    /** A command's first key in a sentence: {@code Shift+D}. */
    public String said(KeyCommand command) {
        return String.join("+", caps(command));
    }

    /** How the key that decides for a label is drawn; empty when it is one of those behind {@code 0}. */
    public List<String> caps(Label label) {
        return drawn(KeyCommand.DECIDE).stream().filter(b -> b.label().equals(Optional.of(label))).findFirst().map(Binding::caps).orElse(List.of());
    }

    /** How it is drawn on the reviewer's keyboard. */
    public List<String> caps(Chord chord) {
        return keyboard.caps(chord);
    }

    /** The labels behind {@code 0}, with their letters. */
    public static List<Label> palette(PolicyPack pack) {
        return pack.labels().stream().filter(l -> l.hotkey().matches("0 [a-z]")).toList();
    }
}
