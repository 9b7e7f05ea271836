package dev.docket.ui.finding;

import dev.docket.ui.stage.Framing.Point;
import dev.docket.ui.stage.PictureView;
import dev.docket.verdict.Region.Corner;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polygon;

/**
 * What the mouse does while regions are drawn: a drag is a box, clicks are corners, a click on the first corner or a
 * double click closes; the selected region is moved by dragging it, and shaped by dragging its corners.
 */
final class RegionMouse {
    /** Pixels below which a press and its release are a click. */
    private static final double CLICK = 4;
    private static final double NEAR = 9;

    private final RegionPen pen;
    private final PictureView view;
    private double startX;
    private double startY;
    private Point last;
    private int handle = -1;
    private boolean moving;
    private boolean dragged;

    RegionMouse(RegionPen pen, PictureView view) {
        this.pen = pen;
        this.view = view;
    }

    void listen(Node layer) {
        layer.setOnMousePressed(this::pressed);
        layer.setOnMouseDragged(this::dragged);
        layer.setOnMouseReleased(this::released);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            startX = event.getX();
            startY = event.getY();
            last = view.pictured(startX, startY);
            dragged = false;
            List<Corner> shaped = pen.selected() < 0 ? List.of() : pen.marks().get(pen.selected()).corners();
            handle = near(shaped);
            moving = handle < 0 && contains(shaped);
        }
    }

    private void dragged(MouseEvent event) {
        event.consume();
        dragged |= Math.hypot(event.getX() - startX, event.getY() - startY) > CLICK;
        if (!dragged || last == null) {
            return;
        }
        Point now = view.pictured(event.getX(), event.getY());
        if (handle >= 0) {
            pen.moveCorner(handle, now);
        } else if (moving) {
            pen.move(now.x() - last.x(), now.y() - last.y());
        } else {
            pen.rubber(view.pictured(startX, startY), now);
        }
        last = now;
    }

    private void released(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || last == null) {
            return;
        }
        event.consume();
        last = null;
        if (dragged) {
            pen.box();
        } else if (pen.corners().size() >= 3 && (near(pen.corners().subList(0, 1)) == 0 || event.getClickCount() > 1)) {
            pen.enter();
        } else if (handle < 0 && event.getClickCount() == 1) {
            pen.corner(view.pictured(startX, startY));
        }
    }

    private int near(List<Corner> corners) {
        for (int n = 0; n < corners.size(); n++) {
            Point at = view.placed(corners.get(n).x(), corners.get(n).y());
            if (Math.hypot(at.x() - startX, at.y() - startY) <= NEAR) {
                return n;
            }
        }
        return -1;
    }

    private boolean contains(List<Corner> corners) {
        Polygon area = new Polygon();
        corners.forEach(corner -> {
            Point at = view.placed(corner.x(), corner.y());
            area.getPoints().addAll(at.x(), at.y());
        });
        return !corners.isEmpty() && area.contains(startX, startY);
    }
}
