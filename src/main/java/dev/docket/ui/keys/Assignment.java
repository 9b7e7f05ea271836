package dev.docket.ui.keys;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one thing that keys can be chosen for: a command, a step of one, or a label. The keys of a label hold for
 * every command that takes a label, each with what is held beside them.
 *
 * @param id stable: {@code undo}, {@code severity.3}, {@code label.benign}
 * @param command the first that takes the label, where it is one's
 * @param step 1 and up for one of a row of keys; 0 for all others
 * @param chords those people are told of, the most usual first; empty when another took them all
 * @param quiet those that work too
 * @param changed whether the reviewer chose them
 */
public record Assignment(String id, KeyCommand command, Optional<Label> label, int step, List<Chord> chords, List<Chord> quiet, boolean changed) {

    public Assignment {
        chords = List.copyOf(chords);
        quiet = List.copyOf(quiet);
    }

    Assignment chosen(List<Chord> own) {
        return new Assignment(id, command, label, step, own, List.of(), true);
    }

    Assignment left(List<Chord> drawn, List<Chord> undrawn) {
        return new Assignment(id, command, label, step, drawn, undrawn, changed);
    }

    /** Every key press that one of its chords stands for. */
    List<Chord> reach(Chord chord) {
        if (label.isPresent()) {
            return KeyCommand.ofLabels().map(c -> c.beside(chord.key())).toList();
        }
        return command.steers() && !chord.shift() ? List.of(chord, new Chord(chord.key(), true, chord.control(), chord.alt())) : List.of(chord);
    }

    /** Every key press it answers to. */
    List<Chord> presses() {
        return Stream.concat(chords.stream(), quiet.stream()).flatMap(c -> reach(c).stream()).toList();
    }

    /** What it does, in a few words. */
    public String words() {
        return label.map(l -> Text.of("key.label", l.title())).orElseGet(() -> command.words(step));
    }

    /** Esc covers on every desk, so that it can be pressed without thinking. */
    public boolean fixed() {
        return command == KeyCommand.COVER_NOW;
    }
}
