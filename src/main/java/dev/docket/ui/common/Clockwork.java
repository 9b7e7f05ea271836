package dev.docket.ui.common;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/** Does something at even intervals, from its start on and while the window of a node shows. JavaFX thread. */
public final class Clockwork {
    private final Timeline ticks;
    private final ObjectProperty<Window> window = new SimpleObjectProperty<>();
    private final ObservableValue<Boolean> showing = window.flatMap(Window::showingProperty).orElse(false);
    private boolean started;

    public Clockwork(Duration every, Runnable tick) {
        ticks = new Timeline(new KeyFrame(every, _ -> tick.run()));
        ticks.setCycleCount(Animation.INDEFINITE);
        // an animation that runs is held by the toolkit, and with it all it sees: a closed window could never be collected
        showing.subscribe(this::turn);
    }

    /** Runs only with the window of this node. A tab that is not in front is in no window: until it comes back, the one it was in counts. */
    public void within(Node node) {
        node.sceneProperty().flatMap(Scene::windowProperty).subscribe(found -> Optional.ofNullable(found).ifPresent(window::set));
    }

    public void start() {
        started = true;
        turn();
    }

    public void stop() {
        started = false;
        turn();
    }

    private void turn() {
        if (started && showing.getValue()) {
            ticks.play();
        } else {
            ticks.stop();
        }
    }
}
