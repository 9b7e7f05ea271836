package dev.docket.ui.keys;

import dev.docket.policy.PolicyPack;
import dev.docket.settings.Keys;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changing which key does what. */
public final class Remapping {
    /** The window's own, and those that other programs and screen readers count on. */
    private static final Set<String> TAKEN = Set.of("Esc", "Tab", "Shift+Tab", "Ctrl+Tab", "Ctrl+K", "Ctrl+Comma", "Alt+F4", "Shift+F10");
    private static final Set<String> NO_KEYS = Set.of("Shift", "Ctrl", "Alt", "Alt Graph", "Meta", "Command", "Windows", "Caps Lock", "Num Lock", "Undefined", "");

    private Remapping() {}

    /** Why this key cannot be had, in a sentence; empty when it can. */
    public static Optional<String> objection(Assignment one, Chord wanted) {
        if (one.fixed()) {
            return Optional.of(Text.of("keys.fixed"));
        }
        if (NO_KEYS.contains(wanted.key()) || wanted.key().startsWith("Dead ")) {
            return Optional.of(Text.of("keys.nokey"));
        }
        if (TAKEN.contains(wanted.toString())) {
            return Optional.of(Text.of("keys.reserved", wanted));
        }
        if (one.label().isPresent() && (wanted.shift() || wanted.control() || wanted.alt())) {
            return Optional.of(Text.of("keys.plain"));
        }
        return Optional.empty();
    }

    /**
     * Gives one the key in the place of one of its own, or beside them. Whoever had it takes the key that became free.
     *
     * @param at which of its keys is replaced; their number: another one
     * @return empty when somebody would be left without a key
     */
    public static Optional<Keys> give(Keys keys, KeyMap map, Assignment one, int at, Chord wanted) {
        List<Chord> now = new ArrayList<>(one.chords());
        now.remove(wanted);
        Optional<Chord> free = at < one.chords().size() ? Optional.of(one.chords().get(at)) : Optional.empty();
        now.remove(free.orElse(null));
        now.add(Math.min(at, now.size()), wanted);
        Keys given = keys.with(one.id(), written(now));
        for (Assignment other : map.holders(one, wanted)) {
            List<Chord> left = without(other, one.reach(wanted), free);
            if (left.isEmpty()) {
                return Optional.empty();
            }
            given = given.with(other.id(), written(left));
        }
        return Optional.of(given);
    }

    private static List<Chord> without(Assignment other, List<Chord> lost, Optional<Chord> instead) {
        List<Chord> left = new ArrayList<>(other.chords());
        left.removeIf(c -> other.reach(c).stream().anyMatch(lost::contains));
        instead.filter(c -> objection(other, c).isEmpty() && left.size() < other.chords().size()).ifPresent(left::addFirst);
        return left;
    }

    /** One key less; the last one stays. */
    public static Keys take(Keys keys, Assignment one, int at) {
        List<Chord> left = new ArrayList<>(one.chords());
        if (left.size() > 1) {
            left.remove(at);
        }
        return keys.with(one.id(), written(left));
    }

    private static List<String> written(List<Chord> chords) {
        return chords.stream().map(Chord::toString).toList();
    }

    /** What is wrong with the changes of a settings file, each sentence beginning with the field. */
    public static List<String> faults(PolicyPack pack, Keys keys) {
        List<String> faults = new ArrayList<>();
        KeyMap plain = new KeyMap(pack, keys.withChanges(Map.of()));
        KeyMap changed = new KeyMap(pack, keys);
        keys.changes().forEach((id, chords) -> {
            Optional<Assignment> one = plain.assignments().stream().filter(a -> a.id().equals(id)).findFirst();
            if (one.isEmpty()) {
                faults.add(Text.of("keys.fault.command", id));
                return;
            }
            for (String written : chords) {
                Optional<Chord> chord = Chord.read(written);
                if (chord.isEmpty()) {
                    faults.add(Text.of("keys.fault.key", id, written));
                } else if (objection(one.get(), chord.get()).isPresent()) {
                    faults.add(Text.of("keys.fault.objection", id, objection(one.get(), chord.get()).get()));
                } else {
                    changed.holders(one.get(), chord.get()).stream().filter(a -> a.changed()).findFirst()
                            .ifPresent(a -> faults.add(Text.of("keys.fault.twice", id, written, a.id())));
                }
            }
        });
        return faults;
    }
}
