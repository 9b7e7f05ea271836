package dev.docket.forensics;

import dev.docket.decode.DecodedImage;
import dev.docket.progress.Progress;

/**
 * What a median filter takes out of a picture: luma (ITU-R BT.601) less the median of its 3 x 3 neighbourhood, amplified,
 * as grey. Where a part has another grain than its surroundings it may come from another picture; smooth areas, sharp
 * focus, denoising and compression make such differences too.
 */
public final class NoiseResidual {
    /** By how much the difference is multiplied. */
    public static final int GAIN = 8;

    private NoiseResidual() {}

    /**
     * Opaque grey; 0 where a pixel is the median of its neighbourhood. The picture's edge repeats outwards.
     *
     * @throws dev.docket.progress.StoppedException when it was cancelled
     */
    public static DecodedImage of(DecodedImage image, Progress progress) {
        int[] result = new int[image.argb().length];
        int width = image.width();
        return Strips.over(image, result, progress, (top, bottom) -> {
            int[][] rows = {luma(image, top - 1), luma(image, top), null};
            for (int y = top; y < bottom; y++) {
                rows[2] = luma(image, y + 1);
                residual(rows, result, y * width, width);
                rows[0] = rows[1];
                rows[1] = rows[2];
            }
        });
    }

    /** A row of luma with its first and last value repeated at either end. */
    private static int[] luma(DecodedImage image, int row) {
        int width = image.width();
        int start = Math.clamp(row, 0, image.height() - 1) * width;
        int[] luma = new int[width + 2];
        for (int x = 0; x < width; x++) {
            int pixel = image.argb()[start + x];
            luma[x + 1] = 77 * (pixel >> 16 & 0xFF) + 150 * (pixel >> 8 & 0xFF) + 29 * (pixel & 0xFF) + 128 >> 8;
        }
        luma[0] = luma[1];
        luma[width + 1] = luma[width];
        return luma;
    }

    /** The median of nine is that of the largest least, the middle middle and the least largest of three sorted columns. */
    private static void residual(int[][] rows, int[] result, int start, int width) {
        int[] low = new int[width + 2];
        int[] middle = new int[width + 2];
        int[] high = new int[width + 2];
        for (int x = 0; x < width + 2; x++) {
            int a = Math.min(rows[0][x], rows[1][x]);
            int b = Math.max(rows[0][x], rows[1][x]);
            int c = rows[2][x];
            low[x] = Math.min(a, c);
            high[x] = Math.max(b, c);
            middle[x] = Math.max(a, Math.min(b, c));
        }
        for (int x = 0; x < width; x++) {
            int least = Math.max(low[x], Math.max(low[x + 1], low[x + 2]));
            int most = Math.min(high[x], Math.min(high[x + 1], high[x + 2]));
            int median = median(least, median(middle[x], middle[x + 1], middle[x + 2]), most);
            int grey = Math.min(255, Math.abs(rows[1][x + 1] - median) * GAIN);
            result[start + x] = 0xFF000000 | grey * 0x010101;
        }
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
