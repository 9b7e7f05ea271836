package dev.docket.starter;

/** Smooth random values over the plane, -1..1, from a hash of the lattice points. */
record ValueNoise(int seed) {

    double at(double x, double y) {
        int xi = (int) Math.floor(x);
        int yi = (int) Math.floor(y);
        double fx = ease(x - xi);
        double fy = ease(y - yi);
        double top = point(xi, yi) + (point(xi + 1, yi) - point(xi, yi)) * fx;
        double bottom = point(xi, yi + 1) + (point(xi + 1, yi + 1) - point(xi, yi + 1)) * fx;
        return top + (bottom - top) * fy;
    }

    /** Octaves, each twice as fine and half as strong. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double strength = 0.5;
        for (int octave = 0; octave < octaves; octave++) {
            sum += strength * at(x, y);
            x = 2 * x + 17.3;
            y = 2 * y + 5.7;
            strength /= 2;
        }
        return sum;
    }

    private double point(int x, int y) {
        int hash = seed ^ x * 0x9E3779B1 ^ y * 0x85EBCA77;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        return (hash ^ hash >>> 15) / 2147483648.0;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
