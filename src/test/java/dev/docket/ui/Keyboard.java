package dev.docket.ui;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Keys pressed in the window that has the focus, as a person presses them; each is dealt with and painted before the next. */
public final class Keyboard {
    private Keyboard() {}

    /** Presses the last key and lets it go. @param keys those before the last are held meanwhile */
    public static void type(KeyCode... keys) {
        press(keys);
        release(keys);
    }

    /** Presses the keys in this order and holds them. */
    public static void press(KeyCode... keys) {
        tell(robot -> List.of(keys).forEach(robot::keyPress));
    }

    /** Lets the keys go, the last one first. */
    public static void release(KeyCode... keys) {
        tell(robot -> Arrays.asList(keys).reversed().forEach(robot::keyRelease));
    }

    private static void tell(java.util.function.Consumer<Robot> hand) {
        Toolkit.tell(() -> hand.accept(Toolkit.robot()));
        Toolkit.frames(2);
    }
}
