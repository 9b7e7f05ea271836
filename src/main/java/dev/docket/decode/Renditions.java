package dev.docket.decode;

import java.nio.IntBuffer;

/**
 * Smaller pictures made of a decoded one: thumbnails, and covers that hide what is on them. Means are taken of sRGB
 * values as they stand. A blur is a control for the person looking, not a protection of the picture.
 */
public final class Renditions {
    /** Longer side of a cover, in pixels, at the least and at the full blur. */
    private static final int LEAST_BLURRED = 64;
    private static final int FULLY_BLURRED = 24;
    private static final int PASSES = 2;

    private Renditions() {}

    /** The picture scaled down by area so that its longer side is this many pixels; itself when it is no longer than that. */
    public static DecodedImage scaled(DecodedImage image, int longerSide) {
        if (longerSide <= 0) {
            throw new IllegalArgumentException("A picture of " + longerSide + " pixels");
        }
        int longer = Math.max(image.width(), image.height());
        if (longer <= longerSide) {
            return image;
        }
        int width = side(image.width(), longerSide, longer);
        int height = side(image.height(), longerSide, longer);
        int[] small = new int[width * height];
        AreaScale.scale(IntBuffer.wrap(image.argb()), image.width(), image.height(), IntBuffer.wrap(small), width, height);
        return new DecodedImage(width, height, small, image.header(), image.partial());
    }

    /**
     * As {@link #scaled(DecodedImage, int)}, in the memory the picture stands in.
     *
     * @param pixels of the picture, from position 0; then of the smaller one
     */
    public static Painted scaled(Painted picture, IntBuffer pixels, int longerSide) {
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= longerSide) {
            return picture;
        }
        int width = side(picture.width(), longerSide, longer);
        int height = side(picture.height(), longerSide, longer);
        AreaScale.scale(pixels, picture.width(), picture.height(), pixels, width, height);
        return new Painted(width, height, picture.partial());
    }

    /** How many pixels {@link #scaled} leaves of a picture of this size. */
    public static long pixels(int width, int height, int longerSide) {
        int longer = Math.max(width, height);
        return longer <= longerSide ? (long) width * height : (long) side(width, longerSide, longer) * side(height, longerSide, longer);
    }

    private static int side(int side, int longerSide, int longer) {
        return (int) Math.max(1, ((long) side * longerSide + longer / 2) / longer);
    }

    /**
     * A picture to paint, scaled up, in place of the real one.
     *
     * @param blurPercent 0..100: 0 keeps size and sharpness, 1 to 100 leave 64 down to 24 blurred pixels on the longer side
     * @param grey whether colour is taken out
     */
    public static DecodedImage covered(DecodedImage image, int blurPercent, boolean grey) {
        if (blurPercent < 0 || blurPercent > 100) {
            throw new IllegalArgumentException("A blur of " + blurPercent + " percent");
        }
        DecodedImage small = blurPercent == 0 ? image
                : scaled(image, LEAST_BLURRED - (LEAST_BLURRED - FULLY_BLURRED) * blurPercent / 100);
        int[] pixels = small.argb();
        if (blurPercent > 0) {
            pixels = blurred(pixels, small.width(), small.height(), 1 + blurPercent / 40);
        }
        return new DecodedImage(small.width(), small.height(), grey ? greyed(pixels) : pixels, image.header(), image.partial());
    }

    private static int[] blurred(int[] argb, int width, int height, int radius) {
        int[] pixels = argb;
        for (int pass = 0; pass < PASSES; pass++) {
            pixels = boxed(boxed(pixels, width, height, radius, 0), width, height, 0, radius);
        }
        return pixels;
    }

    /** Each pixel becomes the mean of those at most this far across and down, as far as the picture goes. */
    private static int[] boxed(int[] argb, int width, int height, int across, int down) {
        int[] out = new int[argb.length];
        for (int y = 0; y < height; y++) {
            int bottom = Math.min(height - 1, y + down);
            for (int x = 0; x < width; x++) {
                int right = Math.min(width - 1, x + across);
                PixelMean mean = new PixelMean();
                for (int row = Math.max(0, y - down); row <= bottom; row++) {
                    for (int column = Math.max(0, x - across); column <= right; column++) {
                        mean.add(argb[row * width + column]);
                    }
                }
                out[y * width + x] = mean.pixel();
            }
        }
        return out;
    }

    /** Luma of ITU-R BT.709 in 1/1024; alpha stays. */
    private static int[] greyed(int[] argb) {
        int[] out = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int pixel = argb[i];
            int luma = (218 * (pixel >> 16 & 0xFF) + 732 * (pixel >> 8 & 0xFF) + 74 * (pixel & 0xFF) + 512) >> 10;
            out[i] = pixel & 0xFF000000 | luma * 0x010101;
        }
        return out;
    }
}
