package dev.docket.bench.picture;

import java.util.random.RandomGenerator;

/**
 * Something with an edge that stands in the picture.
 *
 * @param round an ellipse, else a box
 * @param colour red, green, blue, 0..255
 * @param detail how much texture its surface shows, 0..1
 */
record Thing(boolean round, double centreX, double centreY, double radiusX, double radiusY, float[] colour, float detail) {

    static Thing somewhere(RandomGenerator random, int width, int height) {
        double size = height * (0.02 + 0.18 * random.nextDouble() * random.nextDouble());
        float[] colour = {30 + 200 * random.nextFloat(), 30 + 190 * random.nextFloat(), 30 + 180 * random.nextFloat()};
        return new Thing(random.nextInt(3) > 0, width * random.nextDouble(), height * (0.25 + 0.75 * random.nextDouble()),
                size * (0.5 + random.nextDouble()), size, colour, random.nextFloat() * random.nextFloat());
    }

    /** Lays its part of row {@code y} over the colours and details of the row, lit from above. */
    void cover(int y, float[][] colours, float[] details) {
        double up = (y - centreY) / radiusY;
        if (Math.abs(up) >= 1) {
            return;
        }
        double half = round ? radiusX * Math.sqrt(1 - up * up) : radiusX;
        int from = (int) Math.clamp(centreX - half, 0, details.length);
        int to = (int) Math.clamp(centreX + half, 0, details.length);
        float light = (float) (1 - 0.35 * up);
        for (int x = from; x < to; x++) {
            float shade = light * (1 - 0.3f * (float) ((x - centreX) / radiusX));
            colours[0][x] = colour[0] * shade;
            colours[1][x] = colour[1] * shade;
            colours[2][x] = colour[2] * shade;
            details[x] = detail;
        }
    }
}
