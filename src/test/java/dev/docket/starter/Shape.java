package dev.docket.starter;

import java.util.SplittableRandom;

/** A part of the plane. */
interface Shape {
    boolean covers(int x, int y);

    static Shape everywhere() {
        return (x, y) -> true;
    }

    /** A disc, an upright or turned box, or all below a hilly line. */
    static Shape random(SplittableRandom random, int width, int height) {
        double cx = random.nextDouble() * width;
        double cy = random.nextDouble() * height;
        double size = width * (0.05 + 0.3 * random.nextDouble());
        double flat = 0.3 + 0.7 * random.nextDouble();
        double angle = random.nextInt(3) == 0 ? 0 : random.nextDouble() * Math.PI;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return switch (random.nextInt(4)) {
            case 0 -> (x, y) -> (x - cx) * (x - cx) + (y - cy) * (y - cy) / (flat * flat) < size * size;
            case 1 -> {
                ValueNoise hills = new ValueNoise(random.nextInt());
                yield (x, y) -> y > cy + size * hills.fractal(x / size, 0.5, 4);
            }
            default -> (x, y) -> Math.abs((x - cx) * cos + (y - cy) * sin) < size && Math.abs((y - cy) * cos - (x - cx) * sin) < size * flat;
        };
    }
}
