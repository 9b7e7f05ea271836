package dev.docket.ui.keys;

import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;

/**
 * A key with what is held beside it.
 *
 * @param key the name JavaFX gives the key ({@code A}, {@code 1}, {@code Space}, {@code Numpad 1}), or the letter printed
 *            on a key it has no name for ({@code Ö})
 */
public record Chord(String key, boolean shift, boolean control, boolean alt) {
    private static final Set<String> PAD = Set.of("Add", "Subtract", "Multiply", "Divide", "Decimal");
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("Comma", ","), Map.entry("Period", "."), Map.entry("Slash", "/"),
            Map.entry("Semicolon", ";"), Map.entry("Colon", ":"), Map.entry("Minus", "\u2212"), Map.entry("Plus", "+"), Map.entry("Equals", "="),
            Map.entry("Quote", "'"), Map.entry("Back Slash", "\\"), Map.entry("Open Bracket", "["), Map.entry("Close Bracket", "]"),
            Map.entry("Back Quote", "`"), Map.entry("Right Parenthesis", ")"), Map.entry("Less", "<"), Map.entry("Number Sign", "#"),
            Map.entry("Exclamation Mark", "!"), Map.entry("Dollar", "$"), Map.entry("Asterisk", "*"),
            Map.entry("Left", "\u2190"), Map.entry("Right", "\u2192"), Map.entry("Up", "\u2191"), Map.entry("Down", "\u2193"));

    /**
     * A chord as it is written: {@code Shift+Z}, {@code Alt+Down}.
     *
     * @throws IllegalArgumentException naming what is wrong with it
     */
    public static Chord of(String written) {
        List<String> parts = List.of(written.split("\\+", -1));
        String key = parts.getLast();
        List<String> held = parts.subList(0, parts.size() - 1);
        if (!List.of("Ctrl", "Alt", "Shift").containsAll(held) || Set.copyOf(held).size() < held.size()) {
            throw new IllegalArgumentException(written + " holds something other than Ctrl, Alt or Shift, or one of them twice");
        }
        if (KeyCode.getKeyCode(key) == null && !(key.length() == 1 && Character.isLetter(key.charAt(0)) && key.charAt(0) == Character.toUpperCase(key.charAt(0)))) {
            throw new IllegalArgumentException(key + " is no key");
        }
        return new Chord(key, held.contains("Shift"), held.contains("Ctrl"), held.contains("Alt"));
    }

    /** As {@link #of}, or empty. */
    static Optional<Chord> read(String written) {
        try {
            return Optional.of(of(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same held keys with another key. */
    Chord on(String other) {
        return new Chord(other, shift, control, alt);
    }

    boolean onPad() {
        return key.startsWith("Numpad ") || PAD.contains(key);
    }

    /** How it is drawn, a cap for each key, whatever the keyboard. */
    List<String> caps() {
        List<String> caps = new ArrayList<>();
        held(caps, control, "ctrl");
        held(caps, alt, "alt");
        held(caps, shift, "shift");
        caps.add(onPad() ? Text.of("key.cap.pad", key.startsWith("Numpad ") ? key.substring(7) : sign()) : switch (key) {
            case "Space" -> Text.of("key.cap.space");
            case "Esc" -> Text.of("key.cap.escape");
            case "Enter" -> Text.of("key.cap.enter");
            case "Backspace" -> Text.of("key.cap.backspace");
            default -> SIGNS.getOrDefault(key, key);
        });
        return caps;
    }

    private String sign() {
        return switch (key) {
            case "Add" -> "+";
            case "Subtract" -> "\u2212";
            case "Multiply" -> "\u00d7";
            case "Divide" -> "\u00f7";
            default -> ".";
        };
    }

    private static void held(List<String> caps, boolean down, String name) {
        if (down) {
            caps.add(Text.of("key.cap." + name));
        }
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return (control ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + key;
    }
}
