package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import java.util.function.IntUnaryOperator;

/**
 * What a program can measure of how a picture differs from another: never a guess at meaning. Both are drawn on a raster
 * of 64 by 64 and compared there, so that size and file do not count.
 *
 * @param mirrored whether it fits better when it is turned over from left to right
 * @param cut percent of each side that is cut off at the edges; 0 for none
 * @param lighter mean difference in lightness once the rest is accounted for, -255..255
 * @param recoloured whether hues changed while lights and darks stayed
 * @param share 0..1, how much of the picture shows something else
 */
record PictureDifference(boolean mirrored, int cut, int lighter, boolean recoloured, double share) {
    private static final int SIDE = 64;
    private static final int[] CUTS = {3, 5, 8, 10, 12};
    /** Of 255: less is what coding anew leaves. */
    private static final int SAME = 18;
    private static final int HUE = 22;
    /** A second way to lay one over the other has to fit that much better than the plain one. */
    private static final double CLEARLY = 0.7;

    static PictureDifference between(DecodedImage seed, DecodedImage other) {
        Raster plain = Raster.of(seed, 0, false);
        Raster picture = Raster.of(other, 0, false);
        Fit best = new Fit(plain, picture);
        boolean mirrored = false;
        int cut = 0;
        Fit turned = new Fit(Raster.of(seed, 0, true), picture);
        if (turned.misfit() < CLEARLY * best.misfit()) {
            best = turned;
            mirrored = true;
        }
        double asItIs = best.misfit();
        for (int percent : CUTS) {
            Fit cutFit = new Fit(Raster.of(seed, percent, mirrored), picture);
            if (cutFit.misfit() < best.misfit() && cutFit.misfit() < CLEARLY * asItIs) {
                best = cutFit;
                cut = percent;
            }
        }
        return new PictureDifference(mirrored, cut, (int) Math.round(best.offset()), best.hues() > HUE, best.share());
    }

    /** Lightness and two colour differences of a square raster. */
    private record Raster(int[] light, int[] red, int[] blue) {

        static Raster of(DecodedImage image, int cutPercent, boolean mirrored) {
            int left = image.width() * cutPercent / 100;
            int top = image.height() * cutPercent / 100;
            int[] light = new int[SIDE * SIDE];
            int[] red = new int[SIDE * SIDE];
            int[] blue = new int[SIDE * SIDE];
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int at = y * SIDE + (mirrored ? SIDE - 1 - x : x);
                    int[] mean = mean(image, left, image.width() - 2 * left, top, image.height() - 2 * top, x, y);
                    light[at] = (299 * mean[0] + 587 * mean[1] + 114 * mean[2]) / 1000;
                    red[at] = mean[0] - light[at];
                    blue[at] = mean[2] - light[at];
                }
            }
            return new Raster(light, red, blue);
        }

        private static int[] mean(DecodedImage image, int left, int width, int top, int height, int x, int y) {
            int fromX = left + x * width / SIDE;
            int toX = Math.max(fromX + 1, left + (x + 1) * width / SIDE);
            int fromY = top + y * height / SIDE;
            int toY = Math.max(fromY + 1, top + (y + 1) * height / SIDE);
            long[] sum = new long[3];
            for (int row = fromY; row < toY; row++) {
                for (int column = fromX; column < toX; column++) {
                    int pixel = image.argb()[Math.min(row, image.height() - 1) * image.width() + Math.min(column, image.width() - 1)];
                    sum[0] += pixel >> 16 & 255;
                    sum[1] += pixel >> 8 & 255;
                    sum[2] += pixel & 255;
                }
            }
            int n = (toX - fromX) * (toY - fromY);
            return new int[] {(int) (sum[0] / n), (int) (sum[1] / n), (int) (sum[2] / n)};
        }
    }

    /** One raster laid over another, its lights and darks drawn out to match by the straight line that fits best. */
    private record Fit(double offset, double misfit, double hues, double share) {
        Fit(Raster seed, Raster other) {
            this(seed, other, line(seed.light(), other.light()));
        }

        private Fit(Raster seed, Raster other, double[] line) {
            this(mean(i -> other.light()[i]) - mean(i -> seed.light()[i]),
                    mean(i -> (int) Math.abs(other.light()[i] - line[0] * seed.light()[i] - line[1])),
                    mean(i -> Math.max(Math.abs(other.red()[i] - seed.red()[i]), Math.abs(other.blue()[i] - seed.blue()[i]))),
                    mean(i -> isElse(seed.light(), line, i, other.light()[i]) ? 1000 : 0) / 1000);
        }

        /** Whether nothing around that place in the seed is as light: edges fall beside each other when a picture is scaled. */
        private static boolean isElse(int[] seed, double[] line, int at, int light) {
            double least = 255;
            double most = 0;
            for (int y = Math.max(0, at / SIDE - 1); y <= Math.min(SIDE - 1, at / SIDE + 1); y++) {
                for (int x = Math.max(0, at % SIDE - 1); x <= Math.min(SIDE - 1, at % SIDE + 1); x++) {
                    double expected = line[0] * seed[y * SIDE + x] + line[1];
                    least = Math.min(least, expected);
                    most = Math.max(most, expected);
                }
            }
            return light < least - SAME || light > most + SAME;
        }

        private static double mean(IntUnaryOperator value) {
            double sum = 0;
            for (int i = 0; i < SIDE * SIDE; i++) {
                sum += value.applyAsInt(i);
            }
            return sum / (SIDE * SIDE);
        }

        private static double[] line(int[] from, int[] to) {
            double meanFrom = mean(i -> from[i]);
            double meanTo = mean(i -> to[i]);
            double both = 0;
            double own = 1e-9;
            for (int i = 0; i < from.length; i++) {
                both += (from[i] - meanFrom) * (to[i] - meanTo);
                own += (from[i] - meanFrom) * (from[i] - meanFrom);
            }
            // a copy is not flatter than half, nor steeper than twice: else one flat patch would explain everything
            double gain = Math.clamp(both / own, 0.5, 2);
            return new double[] {gain, meanTo - gain * meanFrom};
        }
    }
}
