package dev.docket.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which keys the reviewer presses.
 *
 * @param hand for which hand the keys lie
 * @param keyboard what is printed on them
 * @param changes the reviewer's own keys by command or label, as {@code undo} or {@code label.benign}; the first is the one drawn
 */
public record Keys(Hand hand, Keyboard keyboard, SortedMap<String, List<String>> changes) {
    /** Who has the mouse in which hand, or decides on the numeric pad. */
    public enum Hand { RIGHT_HANDED, LEFT_HANDED, NUMERIC_PAD }

    /** The order of the letters; SYSTEM goes by the country of the system. */
    public enum Keyboard { SYSTEM, QWERTY, QWERTZ, AZERTY }

    public static final Keys DEFAULT = new Keys(Hand.RIGHT_HANDED, Keyboard.SYSTEM, Collections.emptySortedMap());

    private static final String NAME = "[a-z][a-z0-9_]*(\\.[A-Za-z0-9_-]+)?";
    private static final String CHORD = "((Ctrl|Alt|Shift)\\+){0,3}[^+\\s][^+]{0,23}";

    public Keys {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        changes.forEach((name, chords) -> {
            if (!isChange(name, chords)) {
                throw new IllegalArgumentException(name + " is no change of keys: " + chords);
            }
        });
    }

    /** Whether it has the form of a change; which commands and keys there are is known to the screens only. */
    static boolean isChange(String name, List<String> chords) {
        return name.matches(NAME) && !chords.isEmpty() && chords.size() <= 4 && chords.stream().allMatch(c -> c.matches(CHORD));
    }

    public Keys withHand(Hand chosen) {
        return new Keys(chosen, keyboard, changes);
    }

    public Keys withKeyboard(Keyboard chosen) {
        return new Keys(hand, chosen, changes);
    }

    public Keys withChanges(Map<String, List<String>> all) {
        return new Keys(hand, keyboard, new TreeMap<>(all));
    }

    /** @param chords none: those the command comes with */
    public Keys with(String name, List<String> chords) {
        SortedMap<String, List<String>> all = new TreeMap<>(changes);
        if (chords.isEmpty()) {
            all.remove(name);
        } else {
            all.put(name, List.copyOf(chords));
        }
        return withChanges(all);
    }
}
