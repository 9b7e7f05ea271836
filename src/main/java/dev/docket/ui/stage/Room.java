package dev.docket.ui.stage;

/**
 * The place where pictures are shown, in device pixels.
 *
 * @param width above 0
 * @param height above 0
 */
public record Room(int width, int height) {
    /** Until the screen was laid out. */
    public static final Room USUAL = new Room(1200, 900);

    public Room {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("A room of " + width + " x " + height);
        }
    }

    /** The longer side of a picture that is scaled down until all of it is seen; its own where it is no larger than the room. */
    public int longerSide(int pictureWidth, int pictureHeight) {
        double scale = Math.min(1, Math.min((double) width / pictureWidth, (double) height / pictureHeight));
        return Math.max(1, (int) Math.floor(Math.max(pictureWidth, pictureHeight) * scale + 1e-9));
    }
}
