package dev.docket.ui.stage;

/**
 * The magnifier.
 *
 * @param power device pixels per pixel of the picture, 2..4
 * @param x of its middle, from the middle of the room, in device pixels
 * @param y of its middle, from the middle of the room, in device pixels
 */
public record Lens(boolean on, int power, double x, double y) {
    public static final Lens OFF = new Lens(false, 2, 0, 0);
    private static final int MOST = 4;

    Lens off() {
        return new Lens(false, power, x, y);
    }

    Lens at(double newX, double newY) {
        return new Lens(true, power, newX, newY);
    }

    Lens stronger() {
        return new Lens(true, power == MOST ? 2 : power + 1, x, y);
    }
}
