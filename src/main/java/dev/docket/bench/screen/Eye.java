package dev.docket.bench.screen;

import dev.docket.bench.picture.NumberBars;
import dev.docket.ui.stage.Framing;
import dev.docket.ui.stage.StageViewModel;
import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;

/** Reads from the screen itself which numbered picture stands on the review screen. JavaFX thread. */
final class Eye {
    private final Robot robot = new Robot();
    private final Node view;
    private final StageViewModel study;
    private WritableImage strip = new WritableImage(1, 1);

    /** @param view where the open picture is painted, in the middle of it */
    Eye(Node view, StageViewModel study) {
        this.view = view;
        this.study = study;
    }

    /** The picture's number; empty when no numbered picture is seen. */
    OptionalInt number() {
        Framing framing = study.framingProperty().get();
        if (framing == null) {
            return OptionalInt.empty();
        }
        Bounds place = view.localToScreen(view.getLayoutBounds());
        int half = (int) Math.round(framing.scale() * framing.turnedWidth() / view.getScene().getWindow().getRenderScaleX() / 2);
        if (strip.getWidth() != half) {
            strip = new WritableImage(half, 1);
        }
        // the left half only: the Headless platform keeps no more than the first thousand columns of its screen
        robot.getScreenCapture(strip, place.getCenterX() - half, place.getCenterY(), half, 1);
        int[] row = new int[half];
        strip.getPixelReader().getPixels(0, 0, half, 1, PixelFormat.getIntArgbInstance(), row, 0, half);
        return NumberBars.read(row);
    }
}
