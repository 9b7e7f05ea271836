package dev.docket.sample;

import java.util.SplittableRandom;

/** What makes a painted scene look taken by a camera, or made by a generator. */
final class Passes {
    private Passes() {}

    /** A sensor's view: one colour a pixel and the rest guessed from neighbours, shot noise, a darker rim, a touch of sharpening. */
    static Picture camera(Picture scene, double noise, SplittableRandom random) {
        int w = scene.width;
        int h = scene.height;
        float[] raw = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                Colour c = scene.get(x, y);
                double dx = (x - w / 2.0) / w;
                double dy = (y - h / 2.0) / h;
                double value = (channel(c, filter(x, y))) * (1 - .34 * (dx * dx + dy * dy));
                raw[y * w + x] = (float) (value + noise * Math.sqrt(.15 + Math.max(0, value)) * bell(random));
            }
        }
        return sharpened(Picture.painted(w, h, (x, y) -> new Colour(guess(raw, w, h, x, y, 0), guess(raw, w, h, x, y, 1), guess(raw, w, h, x, y, 2))), .35);
    }

    /** 0 red, 1 green, 2 blue: the filter over a pixel, RGGB. */
    private static int filter(int x, int y) {
        return (x & 1) + (y & 1);
    }

    private static double guess(float[] raw, int w, int h, int x, int y, int channel) {
        if (filter(x, y) == channel) {
            return raw[y * w + x];
        }
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, y - 1); j <= Math.min(h - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(w - 1, x + 1); i++) {
                boolean straight = i == x || j == y || channel != 1;
                if (straight && filter(i, j) == channel) {
                    sum += raw[j * w + i];
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }

    private static double channel(Colour c, int index) {
        return index == 0 ? c.r() : index == 1 ? c.g() : c.b();
    }

    /**
     * A generator's habits: the scene at a fraction of its size, enlarged by overlapping strides that leave a lattice, glossy contrast and
     * colour, and made-up fine detail. {@code strength} 0..1 sets how much of it shows.
     */
    static Picture generator(Picture scene, double strength, SplittableRandom random) {
        int stride = 4;
        int w = scene.width;
        int h = scene.height;
        Picture small = scene.resized(Math.max(8, w / 2), Math.max(8, h / 2));
        Noise detail = new Noise(random.nextLong());
        double[][] lattice = new double[stride][stride];
        for (double[] row : lattice) {
            for (int i = 0; i < stride; i++) {
                row[i] = bell(random);
            }
        }
        Picture soft = smoothed(smoothed(sharpened(small, .45)));
        return sharpened(Picture.painted(w, h, (x, y) -> {
            Colour c = soft.between((x + .5) * small.width / w - .5, (y + .5) * small.height / h - .5);
            double texture = .016 * detail.smooth(x / 2.3, y / 2.3) + .012 * detail.fractal(x / 9.0, y / 9.0, 3);
            double grid = .015 * lattice[y % stride][x % stride];
            return glossy(c, .12 + .28 * strength).times(1 + texture).plus(Colour.grey(grid * strength));
        }), .5 * strength);
    }

    private static Colour glossy(Colour c, double amount) {
        double luma = c.luma();
        double curved = luma + amount * .55 * (luma - .5) * (1 - Math.abs(2 * luma - 1));
        Colour vivid = Colour.grey(curved).mix(new Colour(c.r() + curved - luma, c.g() + curved - luma, c.b() + curved - luma), 1 + amount * .8);
        return vivid.plus(new Colour(.012, .0, .02).times(amount * 2));
    }

    /** Fine grain taken off flat parts, edges kept: the airbrushed look. */
    static Picture smoothed(Picture picture) {
        return Picture.painted(picture.width, picture.height, (x, y) -> {
            Colour centre = picture.get(x, y);
            double luma = centre.luma();
            Colour sum = centre;
            double weight = 1;
            for (int j = -1; j <= 1; j++) {
                for (int i = -1; i <= 1; i++) {
                    Colour c = picture.get(x + i, y + j);
                    double like = 1 / (1 + 900 * (c.luma() - luma) * (c.luma() - luma));
                    sum = sum.plus(c.times(like));
                    weight += like;
                }
            }
            return sum.times(1 / weight);
        });
    }

    static Picture sharpened(Picture picture, double amount) {
        return Picture.painted(picture.width, picture.height, (x, y) -> {
            Colour c = picture.get(x, y);
            Colour around = picture.get(x - 1, y).plus(picture.get(x + 1, y)).plus(picture.get(x, y - 1)).plus(picture.get(x, y + 1)).times(.25);
            return c.plus(c.plus(around.times(-1)).times(amount));
        });
    }

    /** About normal, mean 0, variance 1: the sum of three even numbers, which needs no logarithm. */
    static double bell(SplittableRandom random) {
        return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble()) - 3;
    }
}
