package dev.docket.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What lies over the window: at most one sheet at a time, on a dimmed ground, closed by Esc or a click beside it. JavaFX thread. */
public final class Overlays {
    private final StackPane ground = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final List<Runnable> beforeOpening = new ArrayList<>();
    private Node returnFocusTo;

    public Overlays() {
        ground.getStyleClass().add("overlay-ground");
        ground.setVisible(false);
        ground.setManaged(false);
        ground.setOnMousePressed(e -> {
            if (e.getTarget() == ground) {
                close();
            }
        });
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
