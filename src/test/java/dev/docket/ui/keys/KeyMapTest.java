package dev.docket.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyMapTest {
    private final PolicyPack pack = PolicyFile.shipped();

    static Stream<Arguments> presets() {
        return Stream.of(Hand.values()).flatMap(h -> Stream.of(Keys.Keyboard.values()).map(k -> Arguments.of(h, k)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyCommandHasAKeyOfItsOwn(Hand hand, Keys.Keyboard keyboard) {
        KeyMap map = map(Keys.DEFAULT.withHand(hand).withKeyboard(keyboard));

        assertThat(map.bindings()).extracting(KeyMap.Binding::chord).doesNotHaveDuplicates();
        assertThat(map.assignments()).allSatisfy(a -> assertThat(a.chords()).as(a.id()).isNotEmpty());
        assertThat(KeyCommand.values()).allSatisfy(c -> assertThat(map.caps(c)).as(c.id()).isNotEmpty());
    }

    /** A preset moves keys, it drops none: what works for the right hand works for the left. */
    @ParameterizedTest
    @MethodSource("presets")
    void aPresetLosesNoKey(Hand hand, Keys.Keyboard keyboard) {
        assertThat(map(Keys.DEFAULT.withHand(hand).withKeyboard(keyboard)).bindings()).hasSameSizeAs(map(Keys.DEFAULT).bindings());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyDrawnKeyDoesWhatIsDrawn(Hand hand, Keys.Keyboard keyboard) {
        KeyMap map = map(Keys.DEFAULT.withHand(hand).withKeyboard(keyboard));

        assertThat(map.bindings()).allSatisfy(b -> assertThat(map.of(Presses.of(b.chord()))).contains(b));
    }

    /** The codes and texts are those of JavaFX 26 on Linux with the layout "fr"; with Shift the code stays, the text is the digit. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {
        "1 AMPERSAND &", "2 UNDEFINED é", "3 QUOTEDBL \"", "4 QUOTE '", "5 LEFT_PARENTHESIS (", "6 MINUS -", "7 UNDEFINED è", "8 UNDERSCORE _", "9 UNDEFINED ç"})
    void azertyDecidesWithTheKeyOfTheDigitAndShiftIsUnsure(String digit, KeyCode code, String text) {
        KeyMap map = map(Keys.DEFAULT.withKeyboard(Keys.Keyboard.AZERTY));

        assertThat(map.of(Presses.of(code, text, false)).orElseThrow()).matches(b -> b.command() == KeyCommand.DECIDE && b.label().orElseThrow().hotkey().equals(digit));
        assertThat(map.of(Presses.of(code, digit, true)).orElseThrow()).matches(b -> b.command() == KeyCommand.DECIDE_UNSURE && b.label().orElseThrow().hotkey().equals(digit));
        assertThat(map.of(Presses.of(KeyCode.valueOf("DIGIT" + digit))).orElseThrow().command()).as("as Windows names it").isEqualTo(KeyCommand.DECIDE);
    }

    @Test
    void azertyHasItsOwnPlaces() {
        KeyMap map = map(Keys.DEFAULT.withKeyboard(Keys.Keyboard.AZERTY));

        assertThat(command(map, Presses.of(KeyCode.UNDEFINED, "à", false))).isEqualTo(KeyCommand.MORE_LABELS);
        assertThat(command(map, Presses.of(KeyCode.RIGHT_PARENTHESIS, ")", false))).isEqualTo(KeyCommand.ZOOM_OUT);
        assertThat(command(map, Presses.of(KeyCode.COMMA, "?", true))).isEqualTo(KeyCommand.KEYS);
        assertThat(command(map, Presses.of(KeyCode.SEMICOLON, ";", false))).isEqualTo(KeyCommand.FRAME_ON);
        assertThat(command(map, Presses.of(KeyCode.Q, "q", false))).isEqualTo(KeyCommand.QUARANTINE);
        assertThat(map.caps(KeyCommand.KEYS)).containsExactly("?");
    }

    @Test
    void qwertzFindsTheQuestionMarkAndGoesByThePrintedLetters() {
        KeyMap map = map(Keys.DEFAULT.withKeyboard(Keys.Keyboard.QWERTZ));

        assertThat(command(map, Presses.of(KeyCode.UNDEFINED, "?", true))).isEqualTo(KeyCommand.KEYS);
        assertThat(command(map, Presses.of(KeyCode.Z, "z", false))).isEqualTo(KeyCommand.UNDO);
        assertThat(command(map, Presses.of(KeyCode.PLUS, "+", false))).isEqualTo(KeyCommand.ZOOM_IN);
        assertThat(map.caps(KeyCommand.KEYS)).containsExactly("?");
    }

    @Test
    void theOtherHandFindsKeysUnderTheSameFinger() {
        KeyMap qwerty = map(Keys.DEFAULT.withHand(Hand.LEFT_HANDED));
        KeyMap qwertz = map(Keys.DEFAULT.withHand(Hand.LEFT_HANDED).withKeyboard(Keys.Keyboard.QWERTZ));

        assertThat(command(qwerty, Presses.of(KeyCode.P))).isEqualTo(KeyCommand.QUARANTINE);
        assertThat(command(qwerty, Presses.of(KeyCode.I))).isEqualTo(KeyCommand.ESCALATE);
        assertThat(command(qwerty, Presses.of(KeyCode.DIGIT3))).isEqualTo(KeyCommand.DECIDE);
        assertThat(command(qwerty, Presses.of(KeyCode.SPACE))).isEqualTo(KeyCommand.PEEK);
        assertThat(command(qwertz, Presses.of(KeyCode.T))).isEqualTo(KeyCommand.UNDO);
    }

    @Test
    void onThePadThePadIsDrawn() {
        KeyMap map = map(Keys.DEFAULT.withHand(Hand.NUMERIC_PAD));

        assertThat(map.caps(KeyCommand.ESCALATE)).containsExactly("Num +");
        assertThat(map.caps(pack.label("benign"))).containsExactly("Num 1");
        assertThat(map.caps(KeyCommand.QUARANTINE)).containsExactly("Q");
        assertThat(command(map, Presses.of(KeyCode.E))).isEqualTo(KeyCommand.ESCALATE);
    }

    @Test
    void anOwnKeyTakesThePlaceOfTheOneItCameWith() {
        KeyMap map = map(Keys.DEFAULT.with("skip", List.of("Shift+F7")).with("label.benign", List.of("F8")));

        assertThat(map.of(Presses.of(KeyCode.S))).isEmpty();
        assertThat(command(map, Presses.of(KeyCode.F7, "F7", true))).isEqualTo(KeyCommand.SKIP);
        assertThat(map.of(Presses.of(KeyCode.F8, "", true)).orElseThrow()).matches(b -> b.command() == KeyCommand.DECIDE_UNSURE && b.label().orElseThrow().id().equals("benign"));
        assertThat(map.of(Presses.of(KeyCode.DIGIT1))).isEmpty();
        assertThat(map.caps(pack.label("benign"))).containsExactly("F8");
    }

    @Test
    void whatAFileGivesTwiceGoesToOneAndNonsenseIsLeftOut() {
        KeyMap map = map(Keys.DEFAULT.with("skip", List.of("F7")).with("grey", List.of("F7")).with("undo", List.of("Nonsense")).with("nobody", List.of("F9")).with("fit", List.of("Tab")));

        assertThat(map.bindings()).extracting(KeyMap.Binding::chord).doesNotHaveDuplicates();
        assertThat(command(map, Presses.of(KeyCode.F7))).isEqualTo(KeyCommand.SKIP);
        assertThat(command(map, Presses.of(KeyCode.Z))).isEqualTo(KeyCommand.UNDO);
        assertThat(command(map, Presses.of(KeyCode.F))).isEqualTo(KeyCommand.FIT);
    }

    private KeyMap map(Keys keys) {
        return new KeyMap(pack, keys);
    }

    private static KeyCommand command(KeyMap map, KeyEvent event) {
        return map.of(event).orElseThrow().command();
    }
}
