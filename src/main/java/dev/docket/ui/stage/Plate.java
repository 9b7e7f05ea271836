package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.stage.Framing.Area;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/**
 * Shows one rendition of a picture under a framing: the whole of a small one, of a large one only what is seen and a
 * margin around it, so that graphics memory never holds more than a screen or two. JavaFX thread.
 */
final class Plate {
    private static final long WHOLE_PIXELS = 6_000_000;
    /** Of what is seen, to either side, so that small moves cut nothing anew. */
    private static final double MARGIN = 0.25;
    /** Device pixels per pixel over which pixels are shown as squares. */
    private static final double SQUARES_FROM = 2;

    private final ImageView view = new ImageView();
    private DecodedImage of;
    private Area cut;
    private double squares = 1;

    Plate() {
        view.setManaged(false);
        view.setPreserveRatio(false);
        view.setVisible(false);
    }

    ImageView view() {
        return view;
    }

    Image image() {
        return view.getImage();
    }

    /** Lets go of the pixels. */
    void clear() {
        of = null;
        cut = null;
        view.setImage(null);
        view.setVisible(false);
    }

    /**
     * @param left and {@code top} of the room's middle, in device pixels of the parent
     * @param device device pixels per logical pixel
     */
    void show(DecodedImage picture, Framing framing, double left, double top, double device) {
        double across = (double) picture.width() / framing.width();
        double down = (double) picture.height() / framing.height();
        double drawnAt = across == 1 && down == 1 && framing.scale() > SQUARES_FROM ? framing.scale() : 1;
        if (picture != of || drawnAt != squares || !holds(framing.pictured(seen(framing, 0)))) {
            squares = drawnAt;
            cut(picture, framing, across, down);
        }
        Area placed = framing.shown(cut);
        boolean lying = framing.turns() % 2 == 1;
        double x = Math.round(left + placed.x());
        double y = Math.round(top + placed.y());
        double width = side(left + placed.x(), placed.width(), lying ? view.getImage().getHeight() : view.getImage().getWidth());
        double height = side(top + placed.y(), placed.height(), lying ? view.getImage().getWidth() : view.getImage().getHeight());
        place(x / device, y / device, width / device, height / device, framing.turns());
        view.setVisible(true);
    }

    /** A whole number of device pixels; as many as the rendition has where that is all but the same, so that it is not scaled again. */
    private static double side(double from, double length, double own) {
        return Math.abs(length - own) < 1 ? Math.max(1, Math.round(own)) : Math.max(1, Math.round(from + length) - Math.round(from));
    }

    private void place(double x, double y, double width, double height, int turns) {
        boolean lying = turns % 2 == 1;
        double w = lying ? height : width;
        double h = lying ? width : height;
        view.setFitWidth(w);
        view.setFitHeight(h);
        view.setRotate(90.0 * turns);
        view.setLayoutX(x + (width - w) / 2);
        view.setLayoutY(y + (height - h) / 2);
    }

    private void cut(DecodedImage picture, Framing framing, double across, double down) {
        boolean whole = squares == 1 && (long) picture.width() * picture.height() <= WHOLE_PIXELS;
        Area wanted = whole ? new Area(0, 0, framing.width(), framing.height()) : framing.pictured(seen(framing, MARGIN));
        int left = (int) Math.floor(wanted.x() * across);
        int top = (int) Math.floor(wanted.y() * down);
        int width = Math.clamp((int) Math.ceil((wanted.x() + wanted.width()) * across), left + 1, picture.width()) - left;
        int height = Math.clamp((int) Math.ceil((wanted.y() + wanted.height()) * down), top + 1, picture.height()) - top;
        view.setImage(whole ? PixelImages.of(picture) : squares == 1 ? PixelImages.part(picture, left, top, width, height)
                : PixelImages.squares(picture, left, top, width, height, squares));
        of = picture;
        cut = whole ? wanted : new Area(left / across, top / down, width / across, height / down);
    }

    /** The room and, to either side of it, this share of it. */
    private static Area seen(Framing framing, double margin) {
        double width = framing.roomWidth() * (1 + 2 * margin);
        double height = framing.roomHeight() * (1 + 2 * margin);
        return new Area(-width / 2, -height / 2, width, height);
    }

    private boolean holds(Area seen) {
        double slack = 1e-6;
        return seen.x() >= cut.x() - slack && seen.y() >= cut.y() - slack
                && seen.x() + seen.width() <= cut.x() + cut.width() + slack && seen.y() + seen.height() <= cut.y() + cut.height() + slack;
    }
}
