package dev.docket.ui.cover;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** A circle through which an otherwise covered picture is seen: under the mouse, or where the arrow keys moved it. JavaFX thread. */
public final class Keyhole {
    /** In logical pixels. */
    public static final double RADIUS = 90;
    private static final double STEP = 32;

    private final Region room;
    private final Circle circle = new Circle(RADIUS);
    private boolean placed;

    /** @param room where the picture stands */
    public Keyhole(Region room) {
        this.room = room;
        room.addEventFilter(MouseEvent.MOUSE_MOVED, e -> move(e.getX(), e.getY()));
        room.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> move(e.getX(), e.getY()));
        room.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> move(e.getX(), e.getY()));
    }

    /** To clip the pixels with; in the middle until the mouse or a key has moved it. */
    public Circle clip() {
        if (!placed) {
            move(room.getWidth() / 2, room.getHeight() / 2);
        }
        return circle;
    }

    /** A step of the arrow keys. @param fine a small one */
    public void steer(int right, int down, boolean fine) {
        double step = fine ? STEP / 8 : STEP;
        move(circle.getCenterX() + right * step, circle.getCenterY() + down * step);
    }

    private void move(double x, double y) {
        placed = true;
        circle.setCenterX(Math.clamp(x, 0, Math.max(0, room.getWidth())));
        circle.setCenterY(Math.clamp(y, 0, Math.max(0, room.getHeight())));
    }
}
