package dev.docket.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * What lies over the window: at most one sheet at a time, on a dimmed ground, closed by Esc or a click beside it, or with what it is about. JavaFX
 * thread.
 */
public final class Overlays {
    /** After this long a key is meant for what lies below. */
    private static final long MEANT_FOR_IT = Duration.ofMillis(300).toNanos();

    private final StackPane ground = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final List<Runnable> beforeOpening = new ArrayList<>();
    private Node returnFocusTo;
    private Subscription about = Subscription.EMPTY;
    private final LongSupplier nanos;
    private OptionalLong takenAt = OptionalLong.empty();
    private boolean backwards;

    public Overlays() {
        this(System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime} tells them */
    public Overlays(LongSupplier nanos) {
        this.nanos = nanos;
        ground.getStyleClass().add("overlay-ground");
        ground.setVisible(false);
        ground.setManaged(false);
        ground.addEventFilter(KeyEvent.KEY_PRESSED, e -> backwards = e.getCode() == KeyCode.TAB && e.isShiftDown());
        ground.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keep);
        ground.setOnMousePressed(e -> {
            if (e.getTarget() == ground) {
                close();
            }
        });
    }

    /** Tab goes round in the sheet: what lies below it cannot be seen. */
    private void keep(Node owner) {
        if (isOpen() && ground.isVisible() && owner != null && !isUnder(owner)) {
            List<Node> stops = new ArrayList<>();
            stops(ground, stops);
            // the step before the wanted one, so that the ring is drawn as after any Tab
            Node before = backwards && stops.size() > 1 ? stops.get(stops.size() - 2) : ground;
            before.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private boolean isUnder(Node node) {
        return node == ground || node.getParent() != null && isUnder(node.getParent());
    }

    private static void stops(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> stops(child, stops));
        }
    }

    /** To be laid over the window's content; it takes all the room it is given. */
    public Region ground() {
        return ground;
    }

    /** Screens that show covered things cover them before anything opens. */
    public void beforeOpening(Runnable step) {
        beforeOpening.add(step);
    }

    public void open(Region sheet) {
        beforeOpening.forEach(Runnable::run);
        if (!isOpen() && ground.getScene() != null) {
            returnFocusTo = ground.getScene().getFocusOwner();
        }
        about.unsubscribe();
        about = Subscription.EMPTY;
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(sheet, Pos.CENTER);
        ground.getChildren().setAll(sheet);
        ground.setManaged(true);
        ground.setVisible(true);
        open.set(true);
        sheet.requestFocus();
    }

    /** A sheet about something: when that changes it is taken away. */
    public void open(Region sheet, ObservableValue<?> what) {
        open(sheet);
        about = what.subscribe((_, _) -> {
            close();
            takenAt = OptionalLong.of(nanos.getAsLong());
        });
    }

    /** Asked at each key: whether it is meant for a sheet that was taken away only just. A key that is begins the time anew. */
    public boolean swallows() {
        long now = nanos.getAsLong();
        takenAt = takenAt.isPresent() && now - takenAt.getAsLong() < MEANT_FOR_IT ? OptionalLong.of(now) : OptionalLong.empty();
        return takenAt.isPresent();
    }

    public void close() {
        about.unsubscribe();
        about = Subscription.EMPTY;
        ground.setVisible(false);
        ground.setManaged(false);
        ground.getChildren().clear();
        open.set(false);
        if (returnFocusTo != null) {
            returnFocusTo.requestFocus();
            returnFocusTo = null;
        }
    }

    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
