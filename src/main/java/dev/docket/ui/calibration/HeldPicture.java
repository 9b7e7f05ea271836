package dev.docket.ui.calibration;

import dev.docket.ui.calibration.CalibrationBoard.Shown;
import dev.docket.ui.common.Text;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.PixelImages;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** A picture that is covered but while Space, or the mouse over it, is held. Its pixels are in the scene only then. */
final class HeldPicture extends StackPane {
    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private final BiConsumer<UUID, Duration> seen;
    private UUID item;
    private Shown shown;
    private boolean open;
    private long openedAt;

    /** @param seen told how long pixels were open, each time they are covered again */
    HeldPicture(BiConsumer<UUID, Duration> seen) {
        this.seen = seen;
        setId("calibration-picture");
        getStyleClass().add("calibration-picture");
        setFocusTraversable(true);
        setMinSize(120, 120);
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(widthProperty().subtract(16));
        view.fitHeightProperty().bind(heightProperty().subtract(16));
        view.setManaged(true);
        words.setWrapText(true);
        words.getStyleClass().addAll("secondary", "calibration-cover");
        getChildren().setAll(view, words);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            hold(true);
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> hold(false));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, true));
        addEventHandler(KeyEvent.KEY_RELEASED, event -> key(event, false));
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                hold(false);
            }
        });
    }

    private void key(KeyEvent event, boolean down) {
        if (event.getCode() == KeyCode.SPACE) {
            hold(down);
            event.consume();
        }
    }

    /** Covered at first. @param next null while it is read */
    void show(UUID of, Shown next) {
        hold(false);
        item = of;
        shown = next;
        draw();
    }

    private void hold(boolean wanted) {
        if (wanted == open || wanted && !isThere()) {
            return;
        }
        open = wanted;
        if (wanted) {
            openedAt = System.nanoTime();
        } else {
            seen.accept(item, Duration.ofNanos(System.nanoTime() - openedAt));
        }
        draw();
    }

    private boolean isThere() {
        return shown != null && shown.picture().isPresent();
    }

    boolean isOpen() {
        return open && view.getImage() != null;
    }

    private void draw() {
        boolean there = isThere();
        view.setImage(there ? image() : null);
        words.setText(there ? Text.of("calibration.cover") : shown == null ? "" : Text.of("calibration.gone"));
        words.setVisible(!words.getText().isEmpty() && !open);
        setAccessibleText(Text.of(there ? "calibration.cover" : "calibration.gone"));
    }

    private Image image() {
        return PixelImages.of(open ? shown.picture().orElseThrow() : Covers.over(shown.picture().orElseThrow()));
    }
}
