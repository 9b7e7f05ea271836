package dev.docket.ui.finding;

import dev.docket.ui.stage.Framing;
import dev.docket.ui.stage.Framing.Point;
import dev.docket.verdict.Region.Corner;
import java.util.List;

/**
 * A step of an arrow key, as it is seen on the screen, however the picture is turned.
 *
 * @param right device pixels
 * @param down device pixels
 */
record Nudge(Framing framing, double right, double down) {
    Mark moved(Mark mark) {
        Point from = framing.pictured(new Point(0, 0));
        Point to = framing.pictured(new Point(right, down));
        return mark.moved(to.x() - from.x(), to.y() - from.y());
    }

    /** With the corner elsewhere that is lowest and furthest right on the screen. */
    Mark sized(Mark mark) {
        List<Corner> corners = mark.corners();
        int last = 0;
        for (int n = 1; n < corners.size(); n++) {
            if (reach(corners.get(n)) > reach(corners.get(last))) {
                last = n;
            }
        }
        Point was = seen(corners.get(last));
        Point now = framing.pictured(new Point(was.x() + right, was.y() + down));
        return mark.withCorner(last, now.x(), now.y());
    }

    private double reach(Corner corner) {
        return seen(corner).x() + seen(corner).y();
    }

    private Point seen(Corner corner) {
        return framing.shown(new Point(corner.x(), corner.y()));
    }
}
