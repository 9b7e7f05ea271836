package dev.docket.ui.stage;

/**
 * Which part of a picture is looked at, how large and which way up: pure arithmetic. A scale is device pixels per pixel
 * of the picture, so 1 is 1:1 on any screen. Points in the room are measured from its middle, points in the picture from
 * the upper left corner of the picture as it is turned.
 *
 * @param width of the picture in its own pixels, before turning
 * @param height of the picture in its own pixels, before turning
 * @param turns quarter turns to the right, 0..3
 * @param roomWidth device pixels to show it in
 * @param roomHeight device pixels to show it in
 * @param freeScale for {@link Mode#FREE}
 * @param x of the turned picture's point in the middle of the room
 * @param y of the turned picture's point in the middle of the room
 */
public record Framing(int width, int height, int turns, double roomWidth, double roomHeight, Mode mode, double freeScale, double x, double y) {
    /** Largest scale: a pixel of the picture as a square of 16. */
    public static final double MOST = 16;
    private static final double SNAP = 1.08;

    /** What the scale follows. */
    public enum Mode {
        /** The whole picture, as large as the room allows. */
        FIT,
        /** No part of the room left empty. */
        FILL,
        /** As the person set it. */
        FREE
    }

    /** A place. */
    public record Point(double x, double y) {}

    /** A rectangle in pixels. */
    public record Area(double x, double y, double width, double height) {}

    /** The whole of an upright picture. */
    public static Framing whole(int width, int height, double roomWidth, double roomHeight) {
        return new Framing(width, height, 0, Math.max(1, roomWidth), Math.max(1, roomHeight), Mode.FIT, 1, width / 2.0, height / 2.0);
    }

    public double scale() {
        return switch (mode) {
            case FIT -> fitScale();
            case FILL -> Math.max(roomWidth / turnedWidth(), roomHeight / turnedHeight());
            case FREE -> freeScale;
        };
    }

    public double fitScale() {
        return Math.min(roomWidth / turnedWidth(), roomHeight / turnedHeight());
    }

    /** Width as turned. */
    public int turnedWidth() {
        return turns % 2 == 0 ? width : height;
    }

    /** Height as turned. */
    public int turnedHeight() {
        return turns % 2 == 0 ? height : width;
    }

    public Framing inRoom(double newWidth, double newHeight) {
        return new Framing(width, height, turns, Math.max(1, newWidth), Math.max(1, newHeight), mode, freeScale, x, y).kept();
    }

    /** The whole picture in the room, turned as it is. */
    public Framing fit() {
        return in(Mode.FIT, 1, turnedWidth() / 2.0, turnedHeight() / 2.0);
    }

    public Framing fill() {
        return in(Mode.FILL, 1, x, y).kept();
    }

    /** One pixel of the picture to one of the screen, about the middle. */
    public Framing oneToOne() {
        return zoomedTo(1, 0, 0);
    }

    /** Larger or smaller about a point of the room, which stays where it is; stops at fit, at 1:1 and at the ends. */
    public Framing zoomedBy(double factor, double atX, double atY) {
        double now = scale();
        double wanted = now * factor;
        for (double stop : new double[] {fitScale(), 1}) {
            boolean crosses = now < stop / SNAP && wanted > stop / SNAP || now > stop * SNAP && wanted < stop * SNAP;
            if (crosses) {
                wanted = stop;
            }
        }
        return zoomedTo(wanted, atX, atY);
    }

    /** At this scale, the picture's point under {@code atX, atY} staying where it is. */
    public Framing zoomedTo(double wanted, double atX, double atY) {
        double least = Math.min(1, fitScale());
        double to = Math.clamp(wanted, least, Math.max(MOST, fitScale()));
        if (Math.abs(to - fitScale()) < 1e-9) {
            return fit();
        }
        double now = scale();
        return in(Mode.FREE, to, x + atX / now - atX / to, y + atY / now - atY / to).kept();
    }

    /** Moves the picture by device pixels; positive to the right and down. */
    public Framing moved(double right, double down) {
        return in(mode, freeScale, x - right / scale(), y - down / scale()).kept();
    }

    /** Quarter turns to the right; negative to the left. The point in the middle stays. */
    public Framing turned(int quarters) {
        int by = Math.floorMod(quarters, 4);
        Framing now = this;
        for (int n = 0; n < by; n++) {
            now = new Framing(width, height, (now.turns + 1) % 4, roomWidth, roomHeight, mode, freeScale, now.turnedHeight() - now.y, now.x);
        }
        return now.kept();
    }

    /** Where the turned picture lies, from the middle of the room. */
    public Area placed() {
        double s = scale();
        return new Area(-x * s, -y * s, turnedWidth() * s, turnedHeight() * s);
    }

    /** What of the picture, before turning, a rectangle of the room shows; cut at the picture's edges, never empty. */
    public Area pictured(Area room) {
        double s = scale();
        Area seen = new Area(x + room.x() / s, y + room.y() / s, room.width() / s, room.height() / s);
        return cut(unturned(seen));
    }

    private Area unturned(Area seen) {
        return switch (turns) {
            case 1 -> new Area(seen.y(), height - seen.x() - seen.width(), seen.height(), seen.width());
            case 2 -> new Area(width - seen.x() - seen.width(), height - seen.y() - seen.height(), seen.width(), seen.height());
            case 3 -> new Area(width - seen.y() - seen.height(), seen.x(), seen.height(), seen.width());
            default -> seen;
        };
    }

    private Area cut(Area seen) {
        double left = Math.clamp(seen.x(), 0, width - 1);
        double top = Math.clamp(seen.y(), 0, height - 1);
        double right = Math.clamp(seen.x() + seen.width(), left + 1, width);
        double bottom = Math.clamp(seen.y() + seen.height(), top + 1, height);
        return new Area(left, top, right - left, bottom - top);
    }

    /** Where a rectangle of the picture, before turning, lies in the room. */
    public Area shown(Area part) {
        double s = scale();
        Area turned = switch (turns) {
            case 1 -> new Area(height - part.y() - part.height(), part.x(), part.height(), part.width());
            case 2 -> new Area(width - part.x() - part.width(), height - part.y() - part.height(), part.width(), part.height());
            case 3 -> new Area(part.y(), width - part.x() - part.width(), part.height(), part.width());
            default -> part;
        };
        return new Area((turned.x() - x) * s, (turned.y() - y) * s, turned.width() * s, turned.height() * s);
    }

    /** Where in the picture, before turning, a point of the room lies: 0..1 of its width and height, beyond them beside it. */
    public Point pictured(Point room) {
        double s = scale();
        Area at = unturned(new Area(x + room.x() / s, y + room.y() / s, 0, 0));
        return new Point(at.x() / width, at.y() / height);
    }

    /** Where a point of the picture, in 0..1 of its width and height before turning, lies in the room. */
    public Point shown(Point part) {
        Area at = shown(new Area(part.x() * width, part.y() * height, 0, 0));
        return new Point(at.x(), at.y());
    }

    private Framing in(Mode newMode, double newScale, double newX, double newY) {
        return new Framing(width, height, turns, roomWidth, roomHeight, newMode, newScale, newX, newY);
    }

    /** The picture's edge never comes further in than the room's; what is smaller than the room stands in its middle. */
    private Framing kept() {
        double s = scale();
        return in(mode, freeScale, kept(x, turnedWidth(), roomWidth / s), kept(y, turnedHeight(), roomHeight / s));
    }

    private static double kept(double at, double length, double seen) {
        return seen >= length ? length / 2 : Math.clamp(at, seen / 2, length - seen / 2);
    }
}
