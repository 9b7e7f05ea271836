package dev.docket.verdict;

import java.util.List;
import java.util.Locale;

/**
 * Where in a picture something is. No pixels are kept of it.
 *
 * @param label id of the label it shows
 * @param outline corners, each 0..1 of the upright picture's width and height: two opposite ones of a box, upper left
 *     first, or 3 to {@link #MOST_CORNERS} of a polygon in their order
 */
public record Region(String label, Shape shape, List<Corner> outline) {
    public static final int MOST_CORNERS = 100;

    /** What the corners are of. */
    public enum Shape {
        BOX, POLYGON;

        /** As decision sets spell it: {@code box}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A place in the picture, kept to a hundred-thousandth of its side. */
    public record Corner(double x, double y) {
        private static final double PLACES = 1e5;

        public Corner {
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                throw new IllegalArgumentException("A corner lies in 0..1 of the picture, not at " + x + ", " + y);
            }
            x = Math.round(x * PLACES) / PLACES;
            y = Math.round(y * PLACES) / PLACES;
        }
    }

    public Region {
        outline = List.copyOf(outline);
        int corners = outline.size();
        if (shape == Shape.BOX && (corners != 2 || outline.get(0).x() >= outline.get(1).x() || outline.get(0).y() >= outline.get(1).y())) {
            throw new IllegalArgumentException("A box is its upper left and its lower right corner, some way apart: " + outline);
        }
        if (shape == Shape.POLYGON && (corners < 3 || corners > MOST_CORNERS)) {
            throw new IllegalArgumentException("A polygon has 3 to " + MOST_CORNERS + " corners, not " + corners);
        }
    }

    /** Two opposite corners, in whichever order they were dragged. */
    public static Region box(String label, double x1, double y1, double x2, double y2) {
        return new Region(label, Shape.BOX, List.of(
                new Corner(Math.min(x1, x2), Math.min(y1, y2)), new Corner(Math.max(x1, x2), Math.max(y1, y2))));
    }

    public static Region polygon(String label, List<Corner> outline) {
        return new Region(label, Shape.POLYGON, outline);
    }

    /** Share of the picture inside, 0..1; of a polygon that crosses itself, less than it looks (shoelace formula). */
    public double area() {
        if (shape == Shape.BOX) {
            return (outline.get(1).x() - outline.get(0).x()) * (outline.get(1).y() - outline.get(0).y());
        }
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Corner a = outline.get(i);
            Corner b = outline.get((i + 1) % outline.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }
}
