package dev.docket.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What lies over the window: at most one sheet at a time, on a dimmed ground, closed by Esc or a click beside it. JavaFX thread. */
public final class Overlays {
    private final StackPane ground = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final List<Runnable> beforeOpening = new ArrayList<>();
    private Node returnFocusTo;
    private boolean backwards;

    public Overlays() {
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
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(sheet, Pos.CENTER);
        ground.getChildren().setAll(sheet);
        ground.setManaged(true);
        ground.setVisible(true);
        open.set(true);
        sheet.requestFocus();
    }

    public void close() {
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
