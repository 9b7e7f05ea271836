package dev.docket.ui.cover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Covers when the person may no longer be looking: another window has the keyboard, the window is minimised or closed, the
 * mouse has left it, or the machine slept. A locked screen takes the keyboard from the window. JavaFX thread.
 */
public final class CoverWatch {
    /** A pause between two ticks, longer than any work of this window, in which the machine must have slept. */
    private static final Duration SLEPT = Duration.ofSeconds(10);

    private final Runnable away;
    private final BooleanSupplier leaving;
    private Subscription scenes = () -> {};
    private long tickedAt;

    /**
     * @param away covers, and forgets every held key
     * @param leaving whether the mouse's leaving counts
     */
    public CoverWatch(Runnable away, BooleanSupplier leaving) {
        this.away = away;
        this.leaving = leaving;
    }

    /** Watches this scene and its window in place of the one before; null: none. */
    public void watch(Scene scene) {
        scenes.unsubscribe();
        scenes = scene == null ? () -> {} : watching(scene);
    }

    /** To be called several times a second while anything is on screen. @param now nanoseconds of any clock */
    public void tick(long now) {
        if (tickedAt != 0 && now - tickedAt > SLEPT.toNanos()) {
            away.run();
        }
        tickedAt = now;
    }

    /** The window has the keyboard now, or has it no more; null while there is no window. */
    public void focused(Boolean has) {
        awayWhen(Boolean.FALSE.equals(has));
    }

    private Subscription watching(Scene scene) {
        List<Subscription> all = new ArrayList<>();
        all.add(scene.windowProperty().flatMap(Window::focusedProperty).subscribe(this::focused));
        all.add(scene.windowProperty().flatMap(Window::showingProperty).subscribe(showing -> awayWhen(Boolean.FALSE.equals(showing))));
        all.add(scene.windowProperty().map(w -> w instanceof Stage stage ? stage : null).flatMap(Stage::iconifiedProperty)
                .subscribe(small -> awayWhen(Boolean.TRUE.equals(small))));
        EventHandler<MouseEvent> left = e -> awayWhen(e.getTarget() == scene && leaving.getAsBoolean());
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, left);
        all.add(() -> scene.removeEventFilter(MouseEvent.MOUSE_EXITED, left));
        return Subscription.combine(all.toArray(Subscription[]::new));
    }

    private void awayWhen(boolean gone) {
        if (gone) {
            away.run();
        }
    }
}
