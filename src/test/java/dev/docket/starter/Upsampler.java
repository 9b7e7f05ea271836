package dev.docket.starter;

import java.util.SplittableRandom;

/** Ways of enlarging a picture: four common kernels, and the two layers generators use, each with its lattice. */
enum Upsampler {
    NEAREST {
        @Override
        double weight(double x) {
            return x >= -0.5 && x < 0.5 ? 1 : 0;
        }
    },
    BILINEAR {
        @Override
        double weight(double x) {
            return Math.max(0, 1 - Math.abs(x));
        }
    },
    BICUBIC {
        @Override
        double weight(double x) {
            double d = Math.abs(x);
            return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }
    },
    LANCZOS {
        @Override
        double weight(double x) {
            double d = Math.abs(x);
            return d < 1e-9 ? 1 : d < 3 ? 3 * StrictMath.sin(Math.PI * d) * StrictMath.sin(Math.PI * d / 3) / (Math.PI * Math.PI * d * d) : 0;
        }
    },
    /** Each of the phases of a pixel is its own filter: bilinear times a gain of its own. */
    PIXEL_SHUFFLE {
        @Override
        double weight(double x) {
            return Math.max(0, 1 - Math.abs(x));
        }

        @Override
        Raster enlarge(Raster small, int width, int height, SplittableRandom random) {
            return lattice(super.enlarge(small, width, height, random), Math.max(2, Math.round(width / (float) small.width)), 0.02, random);
        }
    },
    /** Overlapping strides: a smooth kernel and a checkerboard. */
    TRANSPOSED {
        @Override
        double weight(double x) {
            double d = Math.abs(x);
            return d < 0.5 ? 0.75 - d * d : d < 1.5 ? 0.5 * (1.5 - d) * (1.5 - d) : 0;
        }

        @Override
        Raster enlarge(Raster small, int width, int height, SplittableRandom random) {
            return lattice(super.enlarge(small, width, height, random), 2, 0.015, random);
        }
    };

    /** Of a source pixel at this distance, in source pixels. */
    abstract double weight(double x);

    Raster enlarge(Raster small, int width, int height, SplittableRandom random) {
        double[][] columns = weights(small.width, width);
        double[][] rows = weights(small.height, height);
        Raster wide = new Raster(width, small.height);
        Raster large = new Raster(width, height);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < small.height; y++) {
                for (int x = 0; x < width; x++) {
                    double sum = 0;
                    int first = (int) columns[x][0];
                    for (int k = 1; k < columns[x].length; k++) {
                        sum += columns[x][k] * small.at(c, first + k - 1, y);
                    }
                    wide.planes[c][y * width + x] = (float) sum;
                }
            }
            for (int y = 0; y < height; y++) {
                int first = (int) rows[y][0];
                for (int x = 0; x < width; x++) {
                    double sum = 0;
                    for (int k = 1; k < rows[y].length; k++) {
                        sum += rows[y][k] * wide.at(c, x, first + k - 1);
                    }
                    large.planes[c][y * width + x] = (float) sum;
                }
            }
        }
        return large;
    }

    /** For each position the first source pixel, then the weights from there on, which sum to 1. */
    private double[][] weights(int from, int to) {
        double[][] all = new double[to][];
        for (int out = 0; out < to; out++) {
            double centre = (out + 0.5) * from / to - 0.5;
            int first = (int) Math.floor(centre) - 2;
            double[] weights = new double[7];
            weights[0] = first;
            double sum = 0;
            for (int k = 1; k < weights.length; k++) {
                weights[k] = weight(first + k - 1 - centre);
                sum += weights[k];
            }
            for (int k = 1; k < weights.length; k++) {
                weights[k] /= sum;
            }
            all[out] = weights;
        }
        return all;
    }

    private static Raster lattice(Raster picture, int period, double strength, SplittableRandom random) {
        double[] gains = new double[period * period];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = 1 + strength * random.nextDouble(-1, 1);
        }
        for (float[] plane : picture.planes) {
            for (int y = 0; y < picture.height; y++) {
                for (int x = 0; x < picture.width; x++) {
                    plane[y * picture.width + x] *= (float) gains[y % period * period + x % period];
                }
            }
        }
        return picture;
    }
}
