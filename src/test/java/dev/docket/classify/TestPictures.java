package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.golden.Lcg;

/** Pictures made from a number. */
public final class TestPictures {
    private TestPictures() {}

    /** Noise, a gradient and hard edges, as in src/test/python/resize.py. */
    public static DecodedImage mixed(long seed, int width, int height) {
        Lcg random = new Lcg(seed);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = 0xff;
                for (int c = 0; c < 3; c++) {
                    int noise = (int) (random.next() * 256);
                    int kind = (x * 4 / width + y * 3 / height) % 3;
                    int edge = (x / 5 + y / 3 + c) % 2 == 1 ? 255 : 0;
                    pixel = pixel << 8 | (kind == 0 ? noise : kind == 1 ? (x * 255 / width + 40 * c) % 256 : edge);
                }
                argb[y * width + x] = pixel;
            }
        }
        return of(width, height, argb);
    }

    public static DecodedImage of(int width, int height, int[] argb) {
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }
}
