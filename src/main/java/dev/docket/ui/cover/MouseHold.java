package dev.docket.ui.cover;

import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A mouse button held on a node, as a key is held: down once, up once, wherever it comes up. JavaFX thread. */
public final class MouseHold {
    private MouseHold() {}

    /** @param held told true when the button goes down on the node, false when it comes up */
    public static void on(Node node, MouseButton button, Consumer<Boolean> held) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed -> {
            Scene scene = node.getScene();
            if (pressed.getButton() == button && scene != null) {
                pressed.consume();
                // what was pressed is hidden by now, so that the scene has to be asked
                scene.addEventFilter(MouseEvent.MOUSE_RELEASED, new EventHandler<>() {
                    @Override
                    public void handle(MouseEvent released) {
                        if (released.getButton() == button) {
                            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, this);
                            held.accept(false);
                        }
                    }
                });
                held.accept(true);
            }
        });
    }
}
