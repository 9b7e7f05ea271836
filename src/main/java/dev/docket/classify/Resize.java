package dev.docket.classify;

/**
 * Resizing with antialiasing, equal to PIL's {@code Image.resize} bit for bit: columns first, 8-bit values between the
 * passes. Safe to call from several threads.
 */
public final class Resize {
    private Resize() {}

    /** A part of the resized picture, in its pixels. */
    record Window(int left, int top, int width, int height) {}

    /**
     * @param width of the whole resized picture in pixels, above 0
     * @param height of the whole resized picture in pixels, above 0
     */
    public static RgbPicture to(RgbPicture picture, int width, int height, ResizeFilter filter) {
        return part(picture, width, height, filter, new Window(0, 0, width, height));
    }

    /** As {@link #to}, but only this part is made. */
    static RgbPicture part(RgbPicture picture, int width, int height, ResizeFilter filter, Window part) {
        if (picture.width() == width && picture.height() == height) {
            return cut(picture, part);
        }
        ResizeWeights down = ResizeWeights.of(picture.height(), height, filter);
        ResizedRows across = new ResizedRows(picture, ResizeWeights.of(picture.width(), width, filter), part.left(), part.width());
        int[][] rows = new int[Math.min(down.most() + across.block(), picture.height())][3 * part.width()];
        int[] sums = new int[3 * part.width()];
        int[] argb = new int[Math.multiplyExact(part.width(), part.height())];
        int made = down.first(part.top());
        for (int y = 0; y < part.height(); y++) {
            while (made < down.end(part.top() + y)) {
                made = across.make(made, rows);
            }
            down.sum(part.top() + y, rows, sums);
            join(sums, argb, y * part.width(), part.width());
        }
        return new RgbPicture(part.width(), part.height(), argb);
    }

    private static RgbPicture cut(RgbPicture picture, Window part) {
        if (part.width() == picture.width() && part.height() == picture.height()) {
            return picture;
        }
        int[] argb = new int[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(picture.argb(), (part.top() + y) * picture.width() + part.left(), argb, y * part.width(), part.width());
        }
        return new RgbPicture(part.width(), part.height(), argb);
    }

    private static void join(int[] channels, int[] argb, int at, int width) {
        for (int x = 0; x < width; x++) {
            argb[at + x] = 0xff000000 | channels[x] << 16 | channels[width + x] << 8 | channels[2 * width + x];
        }
    }
}
