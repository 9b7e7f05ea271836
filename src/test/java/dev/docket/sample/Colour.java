package dev.docket.sample;

/** A colour or an amount of light; channels 0..1 when it is to be shown, any size while light is added up. */
record Colour(double r, double g, double b) {
    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(1, 1, 1);

    static Colour hex(int rgb) {
        return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    static Colour grey(double value) {
        return new Colour(value, value, value);
    }

    /** @param hue 0..1 around the wheel, from red over green and blue */
    static Colour hsv(double hue, double saturation, double value) {
        return new Colour(
                channel(hue, 5, saturation, value), channel(hue, 3, saturation, value), channel(hue, 1, saturation, value));
    }

    private static double channel(double hue, int n, double s, double v) {
        double k = (n + (hue - StrictMath.floor(hue)) * 6) % 6;
        return v - v * s * Math.max(0, Math.min(Math.min(k, 4 - k), 1));
    }

    Colour mix(Colour to, double share) {
        return new Colour(r + (to.r - r) * share, g + (to.g - g) * share, b + (to.b - b) * share);
    }

    Colour times(double k) {
        return new Colour(r * k, g * k, b * k);
    }

    Colour times(Colour other) {
        return new Colour(r * other.r, g * other.g, b * other.b);
    }

    Colour plus(Colour other) {
        return new Colour(r + other.r, g + other.g, b + other.b);
    }

    double luma() {
        return .299 * r + .587 * g + .114 * b;
    }

    /** From the screen's values to light. Gamma 2 stands in for sRGB: exact on every machine, and near enough. */
    Colour toLight() {
        return new Colour(r * r, g * g, b * b);
    }

    /** From light to the screen's values, highlights rolled off softly. */
    Colour toScreen() {
        return new Colour(rollOff(r), rollOff(g), rollOff(b));
    }

    private static double rollOff(double light) {
        double x = Math.max(0, light);
        double mapped = x * (2.2 * x + .10) / (x * (2.0 * x + .75) + .12);
        return Math.min(1, Math.sqrt(mapped));
    }
}
