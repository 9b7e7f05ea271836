package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which key does what, with the digits from the pack's hotkeys. The key sheet is drawn from it, so it never lies. */
public final class KeyMap {

    /**
     * One key and its meaning.
     *
     * @param label the label of a verdict key
     * @param caps how the key is drawn, modifiers first
     */
    public record Binding(KeyCode code, boolean shift, boolean alt, KeyCommand command, Optional<Label> label, List<String> caps) {
        boolean isHit(KeyEvent event) {
            return event.getCode() == code && event.isShiftDown() == shift && event.isAltDown() == alt
                    && !event.isControlDown() && !event.isMetaDown();
        }
    }

    private final List<Binding> bindings = new ArrayList<>();

    public KeyMap(PolicyPack pack) {
        for (Label label : pack.labels()) {
            if (label.hotkey().matches("[1-9]")) {
                digit(label, false, KeyCommand.DECIDE);
                digit(label, true, KeyCommand.DECIDE_UNSURE);
            }
        }
        bind(KeyCode.DIGIT0, KeyCommand.MORE_LABELS, "0");
        bind(KeyCode.NUMPAD0, KeyCommand.MORE_LABELS);
        bind(KeyCode.E, KeyCommand.ESCALATE, "E");
        bind(KeyCode.ADD, KeyCommand.ESCALATE);
        bind(KeyCode.W, KeyCommand.SECOND_OPINION, "W");
        bind(KeyCode.S, KeyCommand.SKIP, "S");
        bind(KeyCode.Q, KeyCommand.QUARANTINE, "Q");
        bind(KeyCode.SPACE, KeyCommand.PEEK, "Space");
        bind(KeyCode.DECIMAL, KeyCommand.PEEK);
        shifted(KeyCode.SPACE, KeyCommand.LATCH, "Shift", "Space");
        bind(KeyCode.ESCAPE, KeyCommand.COVER_NOW, "Esc");
        bind(KeyCode.X, KeyCommand.COVER_STEP, "X");
        bind(KeyCode.G, KeyCommand.GREY, "G");
        study();
        bind(KeyCode.T, KeyCommand.LOOK_ALIKES, "T");
        bind(KeyCode.V, KeyCommand.PROVENANCE, "V");
        shifted(KeyCode.SLASH, KeyCommand.KEYS, "?");
        bind(KeyCode.F1, KeyCommand.KEYS, "F1");
        bind(KeyCode.Z, KeyCommand.UNDO, "Z");
        bind(KeyCode.BACK_SPACE, KeyCommand.UNDO, "Backspace");
        bind(KeyCode.SUBTRACT, KeyCommand.UNDO);
        bindings.add(new Binding(KeyCode.DOWN, false, true, KeyCommand.NEXT_LANE, Optional.empty(), List.of("Alt", "\u2193")));
        bindings.add(new Binding(KeyCode.UP, false, true, KeyCommand.PREVIOUS_LANE, Optional.empty(), List.of("Alt", "\u2191")));
        bind(KeyCode.ENTER, KeyCommand.GO_ON, "Enter");
        bind(KeyCode.P, KeyCommand.GIVE_BACK, "P");
    }

    private void study() {
        bind(KeyCode.F, KeyCommand.FIT, "F");
        bind(KeyCode.U, KeyCommand.ONE_TO_ONE, "U");
        bind(KeyCode.PLUS, KeyCommand.ZOOM_IN, "+");
        bind(KeyCode.EQUALS, KeyCommand.ZOOM_IN);
        shifted(KeyCode.EQUALS, KeyCommand.ZOOM_IN);
        bind(KeyCode.MINUS, KeyCommand.ZOOM_OUT, "\u2212");
        steer(KeyCode.LEFT, KeyCommand.LEFT, "\u2190", "\u2192", "\u2191", "\u2193");
        steer(KeyCode.RIGHT, KeyCommand.RIGHT);
        steer(KeyCode.UP, KeyCommand.UP);
        steer(KeyCode.DOWN, KeyCommand.DOWN);
        bind(KeyCode.O, KeyCommand.TURN, "O");
        shifted(KeyCode.O, KeyCommand.TURN_BACK, "Shift", "O");
        bind(KeyCode.M, KeyCommand.LENS, "M");
        shifted(KeyCode.M, KeyCommand.LENS_POWER, "Shift", "M");
        bind(KeyCode.L, KeyCommand.LEVELS, "L");
        bind(KeyCode.I, KeyCommand.ERROR_LEVELS, "I");
        bind(KeyCode.N, KeyCommand.NOISE, "N");
        bind(KeyCode.H, KeyCommand.HEAT, "H");
        bind(KeyCode.Y, KeyCommand.PLAY, "Y");
        bind(KeyCode.COMMA, KeyCommand.FRAME_BACK, ",", ".");
        bind(KeyCode.PERIOD, KeyCommand.FRAME_ON);
    }

    /** What the pressed key means; keyboards that print the question mark elsewhere are understood too. */
    public Optional<Binding> of(KeyEvent event) {
        return bindings.stream().filter(b -> b.isHit(event)).findFirst();
    }

    /** In the order of the key sheet. */
    public List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    /** The labels behind {@code 0}, with their letters. */
    public static List<Label> palette(PolicyPack pack) {
        return pack.labels().stream().filter(l -> l.hotkey().matches("0 [a-z]")).toList();
    }

    private void digit(Label label, boolean shift, KeyCommand command) {
        List<String> caps = shift ? List.of("Shift", label.hotkey()) : List.of(label.hotkey());
        bindings.add(new Binding(KeyCode.valueOf("DIGIT" + label.hotkey()), shift, false, command, Optional.of(label), caps));
        bindings.add(new Binding(KeyCode.valueOf("NUMPAD" + label.hotkey()), shift, false, command, Optional.of(label), List.of()));
    }

    /** With Shift it moves a little at a time. */
    private void steer(KeyCode code, KeyCommand command, String... caps) {
        bind(code, command, caps);
        shifted(code, command);
    }

    private void shifted(KeyCode code, KeyCommand command, String... caps) {
        bindings.add(new Binding(code, true, false, command, Optional.empty(), List.of(caps)));
    }

    private void bind(KeyCode code, KeyCommand command, String... caps) {
        bindings.add(new Binding(code, false, false, command, Optional.empty(), List.of(caps)));
    }
}
