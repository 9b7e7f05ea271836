package dev.docket.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemappingTest {
    private static final int CHANGES = Integer.getInteger("docket.changes", 400);

    private final PolicyPack pack = PolicyFile.shipped();
    private Keys keys = Keys.DEFAULT;

    @Test
    void aFreeKeyIsGivenAndNobodyElseLosesOne() {
        give("skip", 0, "F7");

        assertThat(keys.changes()).containsExactly(java.util.Map.entry("skip", List.of("F7")));
    }

    @Test
    void whoeverHadTheKeyIsNamedAndTakesTheOneThatBecomesFree() {
        assertThat(map().holders(one("skip"), Chord.of("E"))).extracting(Assignment::id).containsExactly("escalate");

        give("skip", 0, "E");

        assertThat(one("skip").chords()).containsExactly(Chord.of("E"));
        assertThat(one("escalate").chords()).containsExactly(Chord.of("S"));
    }

    @Test
    void theOnlyKeyOfAnotherIsNotTakenForASecondOne() {
        assertThat(Remapping.give(keys, map(), one("skip"), 1, Chord.of("E"))).isEmpty();
        assertThat(Remapping.give(keys, map(), one("skip"), 1, Chord.of("Backspace"))).isPresent();
    }

    @Test
    void aLabelsKeyIsTakenWithEverythingHeldBesideIt() {
        assertThat(map().holders(one("label.benign"), Chord.of("Z"))).extracting(Assignment::id).containsExactlyInAnyOrder("undo", "redo");
        assertThat(map().holders(one("skip"), Chord.of("Shift+1"))).extracting(Assignment::id).containsExactly("label.benign");
    }

    @ParameterizedTest
    @CsvSource({"cover_now,F7", "skip,Esc", "skip,Tab", "skip,Ctrl+K", "skip,Shift", "label.benign,Shift+F7"})
    void someKeysCannotBeHad(String id, String chord) {
        assertThat(Remapping.objection(one(id), Chord.of(chord))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "undu            | Z       | keys.undu is no command",
        "label.nothing   | A       | keys.label.nothing is no command",
        "undo            | Zed     | keys.undo: Zed is no key",
        "undo            | Tab     | keys.undo: Tab belongs",
        "cover_now       | A       | keys.cover_now: Esc always",
        "label.benign    | Shift+A | keys.label.benign: A label",
    })
    void aFaultyChangeIsNamedByItsField(String id, String chord, String words) {
        assertThat(Remapping.faults(pack, Keys.DEFAULT.with(id, List.of(chord)))).singleElement().asString().startsWith(words);
    }

    @Test
    void twoChangesWithOneKeyAreAFault() {
        assertThat(Remapping.faults(pack, Keys.DEFAULT.with("grey", List.of("F7")).with("skip", List.of("F7")))).anyMatch(f -> f.startsWith("keys.grey: F7 is given to skip too"));
        assertThat(Remapping.faults(pack, Keys.DEFAULT)).isEmpty();
    }

    /** Whatever is chosen, in whatever order: no key does two things, and nothing is without one. */
    @Test
    void noSequenceOfChangesLeavesAnythingWithoutAKey() {
        Random random = new Random(20261121);
        List<String> names = List.of("A", "E", "F7", "Q", "Z", "1", "5", "Shift+1", "Ctrl+2", "Shift+Z", "Space", "Numpad 3", "Add", "Alt+Down", "Comma", "F5", "Ö");
        for (int n = 0; n < CHANGES; n++) {
            keys = random.nextInt(10) == 0 ? keys.withHand(Hand.values()[random.nextInt(3)]) : keys;
            List<Assignment> all = map().assignments();
            Assignment one = all.get(random.nextInt(all.size()));
            Chord wanted = Chord.of(names.get(random.nextInt(names.size())));
            int at = random.nextInt(Math.min(4, one.chords().size() + 1));
            if (Remapping.objection(one, wanted).isEmpty()) {
                keys = random.nextInt(5) == 0 && at < one.chords().size() ? Remapping.take(keys, one, at) : Remapping.give(keys, map(), one, at, wanted).orElse(keys);
            }
            assertThat(map().bindings()).extracting(KeyMap.Binding::chord).doesNotHaveDuplicates();
            assertThat(map().assignments()).as("change %d: %s to %s", n, wanted, one.id()).allSatisfy(a -> assertThat(a.chords().size()).as(a.id()).isPositive());
        }
    }

    private void give(String id, int at, String chord) {
        keys = Remapping.give(keys, map(), one(id), at, Chord.of(chord)).orElseThrow();
    }

    private KeyMap map() {
        return new KeyMap(pack, keys);
    }

    private Assignment one(String id) {
        return map().assignments().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }
}
