package dev.docket.forensics;

import dev.docket.decode.DecodedImage;
import dev.docket.progress.Progress;

/** Goes over a picture in bands of rows, so that a long computation can be stopped and its scratch memory stays small. */
final class Strips {
    /** Whole JPEG blocks of 16 rows. */
    private static final int ROWS = 256;

    /** Computes the rows {@code top} until {@code bottom} of the result. */
    @FunctionalInterface
    interface Rows {
        void compute(int top, int bottom);
    }

    private Strips() {}

    /** @throws dev.docket.progress.StoppedException when it was cancelled */
    static DecodedImage over(DecodedImage image, int[] result, Progress progress, Rows rows) {
        for (int top = 0; top < image.height(); top += ROWS) {
            progress.stopIfCancelled();
            progress.at(top, image.height(), "");
            rows.compute(top, Math.min(image.height(), top + ROWS));
        }
        progress.stopIfCancelled();
        return new DecodedImage(image.width(), image.height(), result, image.header(), image.partial());
    }
}
