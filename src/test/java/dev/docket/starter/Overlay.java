package dev.docket.starter;

import java.util.SplittableRandom;

/** Lettering on a banner and code-like blocks, laid over a picture. The letters are made up and say nothing. */
final class Overlay {
    private Overlay() {}

    static void lay(Raster picture, SplittableRandom random) {
        int kind = random.nextInt(4);
        if (kind != 1) {
            banner(picture, random);
        }
        if (kind != 0) {
            code(picture, random);
        }
    }

    private static void banner(Raster picture, SplittableRandom random) {
        int height = (int) (picture.height * random.nextDouble(0.08, 0.2));
        int width = random.nextInt(3) == 0 ? picture.width / 2 : picture.width;
        int left = random.nextInt(picture.width - width + 1);
        int top = random.nextBoolean() ? random.nextInt(picture.height / 8) : picture.height - height - random.nextInt(picture.height / 8);
        float[] ground = strong(random);
        if (random.nextInt(4) != 0) {
            picture.fill(left, top, width, height, ground);
        }
        float[] ink = ground[0] + ground[1] + ground[2] > 1.5 ? new float[] {0.05f, 0.05f, 0.05f} : new float[] {1, 1, 1};
        int dot = Math.max(1, height / 10);
        for (int x = left + 2 * dot; x + 6 * dot < left + width; x += 6 * dot) {
            if (random.nextInt(7) != 0) {
                letter(picture, x, top + (height - 7 * dot) / 2, dot, ink, random);
            }
        }
    }

    /** Strokes on a grid of 5 x 7: two uprights, some cross-bars. */
    private static void letter(Raster picture, int left, int top, int dot, float[] ink, SplittableRandom random) {
        int strokes = random.nextInt(1, 128);
        boolean[] upright = {(strokes & 1) != 0, (strokes & 2) != 0, (strokes & 4) != 0};
        for (int i = 0; i < 3; i++) {
            if (upright[i]) {
                picture.fill(left + 2 * i * dot, top, dot, 7 * dot, ink);
            }
            if ((strokes & 8 << i) != 0) {
                picture.fill(left, top + 3 * i * dot, 5 * dot, dot, ink);
            }
        }
    }

    private static void code(Raster picture, SplittableRandom random) {
        int modules = 21 + 4 * random.nextInt(3);
        int dot = Math.max(2, (int) (picture.height * random.nextDouble(0.2, 0.42)) / modules);
        int side = (modules + 2) * dot;
        int left = random.nextInt(Math.max(1, picture.width - side));
        int top = random.nextInt(Math.max(1, picture.height - side));
        picture.fill(left, top, side, side, new float[] {1, 1, 1});
        for (int y = 0; y < modules; y++) {
            for (int x = 0; x < modules; x++) {
                if (random.nextBoolean()) {
                    picture.fill(left + (x + 1) * dot, top + (y + 1) * dot, dot, dot, new float[] {0.05f, 0.05f, 0.05f});
                }
            }
        }
    }

    private static float[] strong(SplittableRandom random) {
        float[] colour = {random.nextInt(2), random.nextInt(2), random.nextInt(2)};
        colour[random.nextInt(3)] = (float) random.nextDouble(0.2, 0.9);
        return colour;
    }
}
