package dev.docket.classify;

import java.util.Optional;

/**
 * How a picture becomes a model's input, as {@code preprocessor_config.json} says; steps in this order.
 *
 * @param resize first step; empty: none
 * @param crop the middle cut out, missing margins black; empty: none
 * @param scale what 0..255 is multiplied with
 * @param mean per channel, subtracted after scaling
 * @param deviation per channel, divided by after that
 * @param tiles a second input in native resolution; empty for any model but Docket's own kind
 */
record Preprocessing(
        Optional<Sizing> resize, Optional<Size> crop, double scale, float[] mean, float[] deviation, Optional<NativeTiles> tiles) {

    /** Pixels. */
    record Size(int width, int height) {}

    /**
     * What to resize to.
     *
     * @param width in pixels; of the shorter side when {@code keepsShape}
     * @param height in pixels; not used when {@code keepsShape}
     * @param keepsShape whether only the shorter side is given and the other follows
     */
    record Sizing(int width, int height, boolean keepsShape, ResizeFilter filter) {

        /** The size a picture gets. The longer side is cut down to whole pixels, as transformers does. */
        Size of(int pictureWidth, int pictureHeight) {
            if (!keepsShape) {
                return new Size(width, height);
            }
            if (pictureWidth <= pictureHeight) {
                return new Size(width, Math.max(1, (int) ((long) width * pictureHeight / pictureWidth)));
            }
            return new Size(Math.max(1, (int) ((long) width * pictureWidth / pictureHeight)), width);
        }
    }

    /** The input's width and height where every picture gets the same; empty where it follows the picture. */
    Optional<Size> fixedSize() {
        if (crop.isPresent()) {
            return crop;
        }
        return resize.filter(sizing -> !sizing.keepsShape()).map(sizing -> new Size(sizing.width(), sizing.height()));
    }
}
