package dev.docket.ui.finding;

import dev.docket.verdict.Region;
import dev.docket.verdict.Region.Corner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A region that was drawn and not yet committed.
 *
 * @param label id of what it shows, where that was said; the primary label, whichever that will be, where not
 * @param outline corners as {@link Region} has them
 */
public record Mark(Optional<String> label, Region.Shape shape, List<Corner> outline) {
    /** Least side of a box, as a share of the picture's. */
    private static final double LEAST = 0.002;

    public Mark {
        outline = List.copyOf(outline);
    }

    public static Mark box(double x1, double y1, double x2, double y2) {
        return new Mark(Optional.empty(), Region.Shape.BOX, Region.box("", x1, y1, x2, y2).outline());
    }

    public static Mark polygon(List<Corner> outline) {
        return new Mark(Optional.empty(), Region.Shape.POLYGON, Region.polygon("", outline).outline());
    }

    /** As it was committed. @param primary the finding's primary label */
    public static Mark of(Region region, String primary) {
        return new Mark(Optional.of(region.label()).filter(label -> !label.equals(primary)), region.shape(), region.outline());
    }

    public Mark of(String newLabel) {
        return new Mark(Optional.of(newLabel), shape, outline);
    }

    /** Its corners one by one, those of a box as well. */
    List<Corner> corners() {
        if (shape == Region.Shape.POLYGON) {
            return outline;
        }
        Corner from = outline.get(0);
        Corner to = outline.get(1);
        return List.of(from, new Corner(to.x(), from.y()), to, new Corner(from.x(), to.y()));
    }

    /** The same with one of its {@link #corners} elsewhere; as it is where nothing would be left of it. */
    Mark withCorner(int number, double x, double y) {
        double toX = Math.clamp(x, 0, 1);
        double toY = Math.clamp(y, 0, 1);
        if (shape == Region.Shape.POLYGON) {
            List<Corner> moved = new ArrayList<>(outline);
            moved.set(number, new Corner(toX, toY));
            return new Mark(label, shape, moved);
        }
        Corner opposite = corners().get((number + 2) % 4);
        return isBox(opposite.x(), opposite.y(), toX, toY) ? box(opposite.x(), opposite.y(), toX, toY).labelled(label) : this;
    }

    /** Moved, but never out of the picture. */
    Mark moved(double right, double down) {
        double dx = Math.clamp(right, -edge(Corner::x, false), 1 - edge(Corner::x, true));
        double dy = Math.clamp(down, -edge(Corner::y, false), 1 - edge(Corner::y, true));
        return new Mark(label, shape, outline.stream().map(corner -> inside(corner.x() + dx, corner.y() + dy)).toList());
    }

    private double edge(ToDoubleFunction<Corner> side, boolean far) {
        return far ? outline.stream().mapToDouble(side).max().orElse(1) : outline.stream().mapToDouble(side).min().orElse(0);
    }

    /** The place in the picture that is nearest. */
    static Corner inside(double x, double y) {
        return new Corner(Math.clamp(x, 0, 1), Math.clamp(y, 0, 1));
    }

    /** Whether a box between these corners is large enough to be one. */
    static boolean isBox(double x1, double y1, double x2, double y2) {
        return Math.abs(x1 - x2) >= LEAST && Math.abs(y1 - y2) >= LEAST;
    }

    private Mark labelled(Optional<String> as) {
        return new Mark(as, shape, outline);
    }

    /** What is committed, among these labels, the primary one first. */
    Region region(List<String> labels) {
        return new Region(label.filter(labels::contains).orElse(labels.getFirst()), shape, outline);
    }
}
