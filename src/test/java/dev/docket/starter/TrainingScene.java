package dev.docket.starter;

import java.util.SplittableRandom;

/**
 * Procedural scenes to train the starter model on: layers of textured and shaded shapes before a graded background.
 * As a drawing they are clean; {@link #photograph} puts a lens, a colour filter array and a sensor before them.
 */
final class TrainingScene {
    private final SplittableRandom random;

    TrainingScene(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A drawing: exact, smooth, sharp edges, two samples a pixel each way. */
    Raster draw(int width, int height) {
        Raster fine = layers(2 * width, 2 * height);
        Raster drawn = new Raster(width, height);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int i = 2 * y * 2 * width + 2 * x;
                    float[] plane = fine.planes[c];
                    drawn.planes[c][y * width + x] = (plane[i] + plane[i + 1] + plane[i + 2 * width] + plane[i + 2 * width + 1]) / 4;
                }
            }
        }
        return drawn;
    }

    /** The scene through a camera: lens blur, uneven light, Bayer mosaic, shot and read noise, demosaicing, sharpening. */
    Raster photograph(int width, int height) {
        Raster scene = layers(width, height);
        grain(scene, 0.02 + 0.05 * random.nextDouble());
        Raster seen = scene.blurred(Raster.gaussian(0.5 + 0.6 * random.nextDouble()));
        double shot = 0.004 + 0.03 * random.nextDouble() * random.nextDouble();
        float[] raw = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x - width / 2.0) / width;
                double dy = (y - height / 2.0) / height;
                double value = seen.planes[filter(x, y)][y * width + x] * (1 - 0.4 * (dx * dx + dy * dy));
                raw[y * width + x] = (float) (value + shot * StrictMath.sqrt(0.1 + Math.max(0, value)) * bell());
            }
        }
        return sharpened(demosaiced(raw, width, height), 0.6 * random.nextDouble());
    }

    static Raster sharpened(Raster picture, double amount) {
        Raster soft = picture.blurred(Raster.gaussian(1));
        Raster sharp = picture.copy();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < sharp.planes[c].length; i++) {
                sharp.planes[c][i] += (float) (amount * (picture.planes[c][i] - soft.planes[c][i]));
            }
        }
        return sharp;
    }

    static Raster noisy(Raster picture, double deviation, SplittableRandom random) {
        Raster noisy = picture.copy();
        for (float[] plane : noisy.planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] += (float) (deviation * bell(random));
            }
        }
        return noisy;
    }

    private Raster layers(int width, int height) {
        Raster picture = new Raster(width, height);
        paint(picture, Shape.everywhere());
        int shapes = 4 + random.nextInt(10);
        for (int i = 0; i < shapes; i++) {
            paint(picture, Shape.random(random, width, height));
        }
        return picture;
    }

    /** A shape with a colour gradient, a texture of its own scale and, for some, stripes. */
    private void paint(Raster picture, Shape shape) {
        float[] from = colour();
        float[] to = colour();
        double angle = random.nextDouble() * 2 * Math.PI;
        double across = StrictMath.cos(angle) / picture.width;
        double down = StrictMath.sin(angle) / picture.height;
        double texture = random.nextInt(3) == 0 ? 0 : 0.35 * random.nextDouble();
        double scale = picture.width / (4.0 + 60 * random.nextDouble());
        ValueNoise noise = new ValueNoise(random.nextInt());
        double stripe = random.nextInt(5) == 0 ? picture.width / (10 + 50 * random.nextDouble()) : 0;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                if (shape.covers(x, y)) {
                    double along = Math.clamp(0.5 + (x - picture.width / 2.0) * across + (y - picture.height / 2.0) * down, 0.0, 1.0);
                    double shade = 1 + (texture == 0 ? 0 : texture * noise.fractal(x / scale, y / scale, 4));
                    if (stripe > 0 && (int) ((x + 0.4 * y) / stripe) % 2 == 0) {
                        shade *= 0.7;
                    }
                    for (int c = 0; c < 3; c++) {
                        picture.planes[c][y * picture.width + x] = (float) ((from[c] + (to[c] - from[c]) * along) * shade);
                    }
                }
            }
        }
    }

    /** The fine texture nature has everywhere and drawings have not. */
    private void grain(Raster picture, double amount) {
        ValueNoise noise = new ValueNoise(random.nextInt());
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                float shade = (float) (1 + amount * (noise.at(x / 1.7, y / 1.7) + noise.fractal(x / 9.0, y / 9.0, 3)));
                for (float[] plane : picture.planes) {
                    plane[y * picture.width + x] *= shade;
                }
            }
        }
    }

    private static int filter(int x, int y) {
        return (x & 1) + (y & 1);
    }

    private static Raster demosaiced(float[] raw, int width, int height) {
        Raster picture = new Raster(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    picture.planes[c][y * width + x] = guess(raw, width, height, x, y, c);
                }
            }
        }
        return picture;
    }

    private static float guess(float[] raw, int width, int height, int x, int y, int channel) {
        if (filter(x, y) == channel) {
            return raw[y * width + x];
        }
        float sum = 0;
        int count = 0;
        for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
                if (filter(i, j) == channel && (channel != 1 || i == x || j == y)) {
                    sum += raw[j * width + i];
                    count++;
                }
            }
        }
        return count == 0 ? raw[y * width + x] : sum / count;
    }

    private float[] colour() {
        float level = (float) random.nextDouble(0.1, 0.9);
        float[] colour = new float[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = Math.clamp(level + (float) random.nextDouble(-0.3, 0.3), 0.02f, 0.98f);
        }
        return colour;
    }

    private double bell() {
        return bell(random);
    }

    /** About normal, mean 0, deviation 1. */
    private static double bell(SplittableRandom random) {
        return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble()) - 3;
    }
}
