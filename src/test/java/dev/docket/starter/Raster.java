package dev.docket.starter;

import java.util.Arrays;

/** A picture being made: three planes of floats, red, green, blue, 0..1, row by row. One thread. */
final class Raster {
    final int width;
    final int height;
    final float[][] planes;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        planes = new float[3][width * height];
    }

    Raster copy() {
        Raster copy = new Raster(width, height);
        for (int c = 0; c < 3; c++) {
            copy.planes[c] = Arrays.copyOf(planes[c], planes[c].length);
        }
        return copy;
    }

    void set(int x, int y, float[] colour) {
        for (int c = 0; c < 3; c++) {
            planes[c][y * width + x] = colour[c];
        }
    }

    void fill(int left, int top, int w, int h, float[] colour) {
        for (int y = Math.max(top, 0); y < Math.min(top + h, height); y++) {
            for (int x = Math.max(left, 0); x < Math.min(left + w, width); x++) {
                set(x, y, colour);
            }
        }
    }

    float at(int channel, int x, int y) {
        return planes[channel][Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    /** Every value through a separable kernel of odd length, edges repeated. */
    Raster blurred(double[] kernel) {
        int reach = kernel.length / 2;
        Raster across = new Raster(width, height);
        Raster down = new Raster(width, height);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double sum = 0;
                    for (int k = -reach; k <= reach; k++) {
                        sum += kernel[k + reach] * at(c, x + k, y);
                    }
                    across.planes[c][y * width + x] = (float) sum;
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double sum = 0;
                    for (int k = -reach; k <= reach; k++) {
                        sum += kernel[k + reach] * across.at(c, x, y + k);
                    }
                    down.planes[c][y * width + x] = (float) sum;
                }
            }
        }
        return down;
    }

    static double[] gaussian(double sigma) {
        int reach = Math.max(1, (int) StrictMath.ceil(3 * sigma));
        double[] kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = StrictMath.exp(-k * k / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(value -> value / sum).toArray();
    }

    /** 0xffRRGGBB of the pixel. */
    int argb(int i) {
        return 0xff000000 | eight(planes[0][i]) << 16 | eight(planes[1][i]) << 8 | eight(planes[2][i]);
    }

    private static int eight(float value) {
        return (int) (Math.clamp(value, 0f, 1f) * 255 + 0.5f);
    }
}
