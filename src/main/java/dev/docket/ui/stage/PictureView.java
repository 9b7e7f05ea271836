package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import javafx.animation.AnimationTimer;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/**
 * The picture as its view-model frames it, with the lens over it: wheel and drag in, pixels out. Holds pixels only while
 * the view-model is open. JavaFX thread.
 */
public final class PictureView extends Region {
    private static final double WHEEL_NOTCH = 40;
    private static final double NOTCH_FACTOR = 1.25;

    private final double margin;
    private final Plate base = new Plate();
    private final Plate detail = new Plate();
    private final LensView lens = new LensView();
    private final ColorAdjust grey = new ColorAdjust(0, -1, 0, 0);
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            model.tick(now);
        }
    };
    private StageViewModel model;
    private double dragX;
    private double dragY;

    /** @param margin logical pixels left free around a picture that fits */
    public PictureView(double margin) {
        this.margin = margin;
        getStyleClass().add("picture-view");
        getChildren().setAll(base.view(), detail.view(), lens);
    }

    /** Lays something over the picture, as large as this view. To be called once. */
    public void lay(Region over) {
        over.setManaged(false);
        layoutBoundsProperty().subscribe(room -> over.resizeRelocate(0, 0, room.getWidth(), room.getHeight()));
        getChildren().add(over);
    }

    /** Where in the picture a point of this view lies: 0..1 of the upright picture, beyond them beside it. */
    public Framing.Point pictured(double viewX, double viewY) {
        return model.framingProperty().get().pictured(new Framing.Point(fromMiddle(viewX, getWidth()), fromMiddle(viewY, getHeight())));
    }

    /** Where a point of the upright picture, 0..1, lies in this view. */
    public Framing.Point placed(double x, double y) {
        Framing.Point room = model.framingProperty().get().shown(new Framing.Point(x, y));
        return new Framing.Point(getWidth() / 2 + room.x() / device(), getHeight() / 2 + room.y() / device());
    }

    /** To be called once. */
    public void show(StageViewModel of) {
        model = of;
        model.changesProperty().subscribe(c -> changed());
        model.framingProperty().subscribe(f -> requestLayout());
        model.lensProperty().subscribe(l -> requestLayout());
        setOnScroll(e -> model.zoom(Math.pow(NOTCH_FACTOR, e.getDeltaY() / WHEEL_NOTCH), fromMiddle(e.getX(), getWidth()), fromMiddle(e.getY(), getHeight())));
        setOnZoom(e -> model.zoom(e.getZoomFactor(), fromMiddle(e.getX(), getWidth()), fromMiddle(e.getY(), getHeight())));
        setOnMousePressed(this::hold);
        setOnMouseDragged(e -> {
            model.drag((e.getX() - dragX) * device(), (e.getY() - dragY) * device());
            hold(e);
        });
        setOnMouseMoved(e -> model.lensTo(fromMiddle(e.getX(), getWidth()), fromMiddle(e.getY(), getHeight())));
    }

    public void grey(boolean on) {
        setEffect(on ? grey : null);
    }

    /** The room for pictures, in device pixels. */
    public Room room() {
        return new Room((int) Math.max(1, Math.floor((getWidth() - 2 * margin) * device())), (int) Math.max(1, Math.floor((getHeight() - 2 * margin) * device())));
    }

    private void hold(MouseEvent event) {
        dragX = event.getX();
        dragY = event.getY();
    }

    private double fromMiddle(double at, double length) {
        return (at - length / 2) * device();
    }

    private double device() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null || window.getRenderScaleX() <= 0 ? 1 : window.getRenderScaleX();
    }

    private void changed() {
        if (!model.isOpen()) {
            base.clear();
            detail.clear();
            lens.clear();
        }
        if (model.isOpen() && model.isPlaying()) {
            frames.start();
        } else {
            frames.stop();
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (model == null || !model.isOpen() || model.base() == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double device = device();
        double middleX = getWidth() / 2 * device;
        double middleY = getHeight() / 2 * device;
        Framing framing = model.framingProperty().get();
        DecodedImage small = model.base();
        DecodedImage large = model.detail();
        boolean closer = large != null && large != small && framing.scale() * framing.width() > small.width() * 1.02;
        if (closer) {
            detail.show(large, framing, middleX, middleY, device);
            base.clear();
        } else {
            base.show(small, framing, middleX, middleY, device);
            detail.clear();
        }
        if (model.lensProperty().get().on()) {
            lens.show(large == null ? small : large, framing, model.lensProperty().get(), middleX, middleY, device);
        } else {
            lens.clear();
        }
    }
}
