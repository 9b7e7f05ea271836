package dev.docket.ui.keys;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The keys things come with: the lines of {@link KeyCommand}, for this hand, on this keyboard. */
final class KeyTable {
    private static final String LABELS = "*";
    private static final String STEPS = "1-5";

    private final PolicyPack pack;
    private final Hand hand;
    private final Keyboard keyboard;

    KeyTable(PolicyPack pack, Hand hand, Keyboard keyboard) {
        this.pack = pack;
        this.hand = hand;
        this.keyboard = keyboard;
    }

    /** The labels first, then the commands in order. */
    List<Assignment> assignments() {
        List<Assignment> all = new ArrayList<>();
        pack.labels().stream().filter(l -> l.hotkey().matches("[1-9]"))
                .forEach(l -> all.add(assignment("label." + l.id(), KeyCommand.DECIDE, Optional.of(l), 0, List.of(l.hotkey(), "Numpad " + l.hotkey()))));
        for (KeyCommand command : KeyCommand.values()) {
            String first = command.keys().getFirst();
            if (first.endsWith(STEPS)) {
                for (int step = 1; step <= 5; step++) {
                    all.add(assignment(command.id() + "." + step, command, Optional.empty(), step, List.of(first.replace(STEPS, Integer.toString(step)))));
                }
            } else if (!first.endsWith(LABELS)) {
                all.add(assignment(command.id(), command, Optional.empty(), 0, command.keys()));
            }
        }
        return all;
    }

    private Assignment assignment(String id, KeyCommand command, Optional<Label> label, int step, List<String> keys) {
        boolean pad = hand == Hand.NUMERIC_PAD && keys.stream().anyMatch(k -> chord(k).onPad());
        Predicate<String> drawn = key -> !key.startsWith("~") && chord(key).onPad() == pad;
        return new Assignment(id, command, label, step, chords(keys.stream().filter(drawn)), chords(keys.stream().filter(drawn.negate())), false);
    }

    private List<Chord> chords(Stream<String> keys) {
        return keys.map(this::chord).toList();
    }

    private Chord chord(String written) {
        Chord here = keyboard.here(Chord.of(written.startsWith("~") ? written.substring(1) : written));
        return hand == Hand.LEFT_HANDED ? keyboard.mirrored(here) : here;
    }

    /**
     * With the reviewer's own keys. A key that is wanted twice stays with whom it was chosen for, then with whom it comes
     * first. A choice that would leave another without any key is not followed.
     */
    List<Assignment> with(Keys keys) {
        List<Assignment> original = assignments();
        List<Assignment> wanted = new ArrayList<>(original.stream().map(a -> own(keys, a)).toList());
        List<Assignment> settled = settle(wanted);
        while (settled.stream().anyMatch(a -> a.chords().isEmpty())) {
            int robbed = settled.indexOf(settled.stream().filter(a -> a.chords().isEmpty()).findFirst().orElseThrow());
            List<Chord> lost = original.get(robbed).presses();
            wanted.set(robbed, original.get(robbed));
            wanted.replaceAll(a -> a.changed() && a.presses().stream().anyMatch(lost::contains) ? original.get(wanted.indexOf(a)) : a);
            settled = settle(wanted);
        }
        return settled;
    }

    private static List<Assignment> settle(List<Assignment> wanted) {
        List<Assignment> settled = new ArrayList<>(wanted);
        List<Chord> taken = new ArrayList<>();
        for (boolean changed : new boolean[] {true, false}) {
            for (int at = 0; at < settled.size(); at++) {
                if (wanted.get(at).changed() == changed) {
                    settled.set(at, settle(wanted.get(at), taken));
                }
            }
        }
        return settled;
    }

    private static Assignment own(Keys keys, Assignment one) {
        List<Chord> own = keys.changes().getOrDefault(one.id(), List.of()).stream().flatMap(written -> Chord.read(written).stream())
                .filter(c -> Remapping.objection(one, c).isEmpty()).toList();
        return own.isEmpty() ? one : one.chosen(own);
    }

    private static Assignment settle(Assignment one, List<Chord> taken) {
        Predicate<Chord> free = chord -> {
            boolean none = one.reach(chord).stream().noneMatch(taken::contains);
            if (none) {
                taken.addAll(one.reach(chord));
            }
            return none;
        };
        return one.left(one.chords().stream().filter(free).toList(), one.quiet().stream().filter(free).toList());
    }
}
