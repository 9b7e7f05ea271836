package dev.docket.sample;

/** Seeded noise over the plane. Integer hashing and plain arithmetic only: the same on every machine. Safe to call from several threads. */
final class Noise {
    private final int seed;

    Noise(long seed) {
        this.seed = (int) (seed ^ seed >>> 32);
    }

    /** A fixed random number in 0..1 for a lattice point. */
    double at(int x, int y) {
        return (hash(x, y) >>> 8) / (double) (1 << 24);
    }

    private int hash(int x, int y) {
        int h = seed ^ x * 0x9E3779B1 ^ y * 0x85EBCA77;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return h ^ h >>> 15;
    }

    /** Gradient noise, about -1..1, one feature a unit. */
    double smooth(double x, double y) {
        int xi = floor(x);
        int yi = floor(y);
        double fx = x - xi;
        double fy = y - yi;
        double u = fade(fx);
        double v = fade(fy);
        double top = lerp(slope(xi, yi, fx, fy), slope(xi + 1, yi, fx - 1, fy), u);
        double low = lerp(slope(xi, yi + 1, fx, fy - 1), slope(xi + 1, yi + 1, fx - 1, fy - 1), u);
        return lerp(top, low, v) * 1.5;
    }

    private double slope(int xi, int yi, double dx, double dy) {
        int h = hash(xi, yi);
        double gx = ((h & 0xFFFF) - 32768) / 32768.0;
        double gy = ((h >>> 16) - 32768) / 32768.0;
        return gx * dx + gy * dy;
    }

    /** Fractal sum of {@link #smooth}, about -1..1: each octave twice as fine and half as strong. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double strength = .5;
        for (int i = 0; i < octaves; i++) {
            sum += strength * smooth(x, y);
            double turned = 1.6 * x - 1.2 * y + 7.3; // turned by 37 degrees, so that no lattice shows
            y = 1.2 * x + 1.6 * y - 3.1;
            x = turned;
            strength *= .5;
        }
        return sum;
    }

    /** Sharp-crested fractal, 0..about 1.2, fine detail only where it is already high: mountains. */
    double ridges(double x, double y, int octaves) {
        double sum = 0;
        double strength = .55;
        double weight = 1;
        for (int i = 0; i < octaves; i++) {
            double crest = 1 - Math.abs(smooth(x, y));
            crest *= crest * weight;
            weight = Math.min(1, Math.max(0, crest * 1.9));
            sum += crest * strength;
            double turned = 1.6 * x - 1.2 * y + 5.7;
            y = 1.2 * x + 1.6 * y + 1.9;
            x = turned;
            strength *= .48;
        }
        return sum;
    }

    /** Distance to the nearest and second nearest of one jittered point a unit cell, and the nearest cell's own number in 0..1. */
    record Cell(double nearest, double second, double number) {}

    Cell cell(double x, double y) {
        int xi = floor(x);
        int yi = floor(y);
        double first = 9;
        double second = 9;
        int owner = 0;
        for (int j = yi - 1; j <= yi + 1; j++) {
            for (int i = xi - 1; i <= xi + 1; i++) {
                int h = hash(i, j);
                double dx = i + .1 + .8 * (h & 0xFFFF) / 65536.0 - x;
                double dy = j + .1 + .8 * (h >>> 16) / 65536.0 - y;
                double d = dx * dx + dy * dy;
                if (d < first) {
                    second = first;
                    first = d;
                    owner = h;
                } else if (d < second) {
                    second = d;
                }
            }
        }
        return new Cell(Math.sqrt(first), Math.sqrt(second), ((owner * 0x27D4EB2F) >>> 8) / (double) (1 << 24));
    }

    static int floor(double x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }

    static double lerp(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** 0 at or before {@code from}, 1 at or after {@code to}, smooth between. */
    static double step(double from, double to, double x) {
        double t = Math.min(1, Math.max(0, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
