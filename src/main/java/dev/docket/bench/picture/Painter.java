package dev.docket.bench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Paints pictures that cost decoders what photographs cost them: a smooth sky, a textured ground, things with edges, a
 * sign with lettering, and the grain of a sensor. The same seed and size give the same picture.
 */
final class Painter {
    private static final int[] CELLS = {512, 256, 128, 64, 32, 16, 8, 4, 2};
    private static final int THINGS = 40;
    private static final float GRAIN = 6f;

    private final int width;
    private final int height;
    private final List<NoiseRows> octaves = new ArrayList<>();
    private final NoiseRows warmth;
    private final NoiseRows grain;
    private final List<Thing> things = new ArrayList<>();
    private final Sign sign;
    private final float[][] colours;
    private final float[] details;

    private Painter(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        SplittableRandom random = new SplittableRandom(seed);
        for (int cell : CELLS) {
            octaves.add(new NoiseRows(random.nextLong(), width, Math.max(1, cell * height / 3024)));
        }
        warmth = new NoiseRows(random.nextLong(), width, Math.max(1, height / 4));
        grain = new NoiseRows(random.nextLong(), width, 1);
        for (int i = 0; i < THINGS; i++) {
            things.add(Thing.somewhere(random, width, height));
        }
        sign = Sign.somewhere(random, width, height);
        colours = new float[3][width];
        details = new float[width];
    }

    static Painting paint(int width, int height, long seed) {
        return new Painter(width, height, seed).paint();
    }

    private Painting paint() {
        int[] rgb = new int[width * height];
        float[] coarse = new float[width];
        float[] fine = new float[width];
        float[] warm = new float[width];
        float[] noise = new float[width];
        for (int y = 0; y < height; y++) {
            background(y);
            things(y);
            clear(coarse, fine, warm, noise);
            for (int i = 0; i < CELLS.length; i++) {
                octaves.get(i).add(y, 5.5f * (float) Math.pow(CELLS[i], 0.25), i < 3 ? coarse : fine);
            }
            warmth.add(y, 20, warm);
            grain.add(y, GRAIN, noise);
            for (int x = 0; x < width; x++) {
                float light = (0.3f + details[x]) * coarse[x] + (0.1f + 2 * details[x]) * fine[x] + noise[x];
                rgb[y * width + x] = 0xFF000000 | level(colours[0][x] + light + warm[x]) << 16
                        | level(colours[1][x] + light) << 8 | level(colours[2][x] + light - warm[x]);
            }
        }
        return new Painting(width, height, rgb);
    }

    /** Sky above, ground below. */
    private void background(int y) {
        float down = (float) y / height;
        boolean sky = down < 0.35f;
        for (int x = 0; x < width; x++) {
            colours[0][x] = sky ? 90 + 240 * down : 120 - 40 * down;
            colours[1][x] = sky ? 140 + 160 * down : 125 - 60 * down;
            colours[2][x] = sky ? 215 + 40 * down : 95 - 50 * down;
            details[x] = sky ? 0 : 0.25f + 0.75f * down;
        }
    }

    private void things(int y) {
        for (Thing thing : things) {
            thing.cover(y, colours, details);
        }
        sign.cover(y, colours, details);
    }

    private static void clear(float[]... rows) {
        for (float[] row : rows) {
            java.util.Arrays.fill(row, 0);
        }
    }

    private static int level(float value) {
        return Math.clamp((int) value, 0, 255);
    }
}
