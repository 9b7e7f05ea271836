package dev.docket.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.settings.Keys;
import dev.docket.settings.Keys.Hand;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.keys.KeyMap.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of every preset, as events: once a press, never beside a text field, never under a sheet. */
class KeyPressesTest {
    private final PolicyPack pack = PolicyFile.shipped();
    private final ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>(new KeyMap(pack));
    private long nanos;
    private final Overlays overlays = new Overlays(() -> nanos);
    private final List<Binding> down = new ArrayList<>();
    private final List<Binding> up = new ArrayList<>();
    private final Pane picture = new Pane();
    private final TextField field = new TextField();
    private KeyPresses presses;
    private Scene scene;

    static Stream<Arguments> presets() {
        return Stream.of(Hand.values()).flatMap(h -> Stream.of(Keys.Keyboard.values()).map(k -> Arguments.of(h, k)));
    }

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        presses = new KeyPresses(keys, overlays, Pane.class, down::add, up::add);
        Toolkit.tell(() -> {
            picture.setFocusTraversable(true);
            scene = new Scene(new StackPane(picture, field, overlays.ground()), 300, 200);
            picture.requestFocus();
        });
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aHeldKeyCountsOnceUnlessItOnlyMovesWhatIsSeen(Hand hand, Keys.Keyboard keyboard) {
        keys.set(new KeyMap(pack, Keys.DEFAULT.withHand(hand).withKeyboard(keyboard)));
        for (Binding binding : keys.get().bindings()) {
            down.clear();

            for (int repeat = 0; repeat < 5; repeat++) {
                press(binding);
            }
            release(binding);
            press(binding);
            release(binding);

            boolean goesOn = binding.command().repeats();
            assertThat(down).as("%s %s", binding.command(), binding.chord()).hasSize(goesOn ? 6 : 2).allMatch(binding::equals);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void keysRestWhileATextFieldHasTheFocusOrASheetIsOpen(Hand hand, Keys.Keyboard keyboard) {
        keys.set(new KeyMap(pack, Keys.DEFAULT.withHand(hand).withKeyboard(keyboard)));
        Toolkit.tell(field::requestFocus);
        keys.get().bindings().forEach(this::pressAndRelease);
        Toolkit.tell(picture::requestFocus);
        Toolkit.tell(() -> overlays.open(new StackPane()));
        keys.get().bindings().forEach(this::pressAndRelease);

        assertThat(down).isEmpty();
    }

    @Test
    void aKeyThatOpenedASheetSaysNothingToItWhileItIsHeld() {
        Binding skip = keys.get().binding(KeyCommand.SKIP, java.util.Optional.empty(), 0);
        press(skip);
        Toolkit.tell(() -> overlays.open(new StackPane()));

        assertThat(reachesTheSheet(skip)).isFalse();
        release(skip);
        assertThat(reachesTheSheet(skip)).isTrue();
        assertThat(down).hasSize(1);
    }

    @Test
    void keysMeantForASheetThatWasTakenAwayDoNothing() {
        SimpleObjectProperty<String> about = new SimpleObjectProperty<>("one case");
        Binding skip = keys.get().binding(KeyCommand.SKIP, java.util.Optional.empty(), 0);
        Toolkit.tell(() -> overlays.open(new StackPane(), about));

        Toolkit.tell(() -> about.set("another"));
        assertThat(overlays.isOpen()).isFalse();
        for (int typed = 0; typed < 3; typed++) {
            pressAndRelease(skip);
            nanos += 200_000_000;
        }
        assertThat(down).isEmpty();
        nanos += 200_000_000;
        pressAndRelease(skip);
        assertThat(down).hasSize(1);

        Toolkit.tell(() -> overlays.open(new StackPane(), about));
        Toolkit.tell(overlays::close);
        Toolkit.tell(() -> about.set("a third"));
        pressAndRelease(skip);
        assertThat(down).as("a sheet that was closed takes no key").hasSize(2);
    }

    private boolean reachesTheSheet(Binding binding) {
        javafx.scene.input.KeyEvent event = Presses.of(binding.chord());
        Toolkit.tell(() -> presses.pressed(event, scene));
        return !event.isConsumed();
    }

    @Test
    void aKeyThatLooksIsLetGoHoweverTheHeldKeysChangedMeanwhile() {
        Binding peek = keys.get().binding(KeyCommand.PEEK, java.util.Optional.empty(), 0);

        press(peek);
        Toolkit.tell(() -> presses.released(Presses.released(new Chord("Space", true, true, false))));

        assertThat(up).extracting(Binding::command).contains(KeyCommand.PEEK);
    }

    @Test
    void anotherMapCountsAtOnce() {
        keys.set(new KeyMap(pack, Keys.DEFAULT.with("skip", List.of("F7"))));

        Toolkit.tell(() -> presses.pressed(Presses.of(Chord.of("F7")), scene));
        Toolkit.tell(() -> presses.pressed(Presses.of(Chord.of("S")), scene));

        assertThat(down).extracting(Binding::command).containsExactly(KeyCommand.SKIP);
    }

    private void pressAndRelease(Binding binding) {
        press(binding);
        release(binding);
    }

    private void press(Binding binding) {
        Toolkit.tell(() -> presses.pressed(Presses.of(binding.chord()), scene));
    }

    private void release(Binding binding) {
        Toolkit.tell(() -> presses.released(Presses.released(binding.chord())));
    }
}
