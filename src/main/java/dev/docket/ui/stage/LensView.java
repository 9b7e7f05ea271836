package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Text;
import dev.docket.ui.stage.Framing.Area;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** The round magnifier over the picture: its own pixels, each as a square. JavaFX thread. */
final class LensView extends Region {
    private static final double SIDE = 232;

    private final ImageView view = new ImageView();
    private final Region rim = new Region();
    private final Label power = new Label();

    LensView() {
        getStyleClass().add("stage-lens");
        rim.getStyleClass().add("lens-rim");
        power.getStyleClass().add("lens-power");
        view.setPreserveRatio(false);
        view.setClip(new Circle(SIDE / 2, SIDE / 2, SIDE / 2 - 1));
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().setAll(view, rim, power);
    }

    /** Lets go of the pixels. */
    void clear() {
        view.setImage(null);
        setVisible(false);
    }

    /**
     * @param middleX and {@code middleY} of the room, in device pixels of the parent
     * @param device device pixels per logical pixel
     */
    void show(DecodedImage picture, Framing framing, Lens lens, double middleX, double middleY, double device) {
        double own = (double) picture.width() / framing.width();
        double scale = Math.max(1, framing.scale()) * lens.power();
        int side = Math.max(1, (int) Math.ceil(SIDE * device / scale * own));
        Area point = framing.pictured(new Area(lens.x(), lens.y(), 1e-9, 1e-9));
        int left = (int) Math.round(point.x() * own - side / 2.0);
        int top = (int) Math.round(point.y() * own - side / 2.0);
        view.setImage(PixelImages.squares(picture, left, top, side, side, SIDE * device / side));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setRotate(90.0 * framing.turns());
        power.setText(Text.of("stage.lens.power", Math.round(scale)));
        resizeRelocate(Math.round((middleX + lens.x()) / device - SIDE / 2), Math.round((middleY + lens.y()) / device - SIDE / 2), SIDE, SIDE);
        setVisible(true);
    }

    @Override
    protected void layoutChildren() {
        view.relocate(0, 0);
        rim.resizeRelocate(0, 0, SIDE, SIDE);
        double width = power.prefWidth(-1);
        power.resizeRelocate(Math.round((SIDE - width) / 2), SIDE - 34, width, power.prefHeight(width));
    }
}
