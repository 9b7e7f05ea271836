package dev.docket.classify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Prepares pictures as {@link Preprocessing} says: float32, NCHW, equal to what transformers makes with PIL. Safe to call from several threads. */
final class Preprocessor {
    /** A picture 1 pixel high and 30,000 wide would fill the memory when its shorter side is blown up; its shape is given up beyond this. */
    private static final int LONGEST_SIDE = 32_768;

    private final Preprocessing steps;
    /** Result for each channel and 8-bit value. */
    private final float[][] levels = new float[3][256];

    Preprocessor(Preprocessing steps) {
        this.steps = steps;
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                // rounded to float32 after each step, as transformers does
                float scaled = (float) (value * steps.scale());
                levels[channel][value] = (scaled - steps.mean()[channel]) / steps.deviation()[channel];
            }
        }
    }

    /** A model's input.
     *  @param shape 1, 3, height, width
     *  @param values direct, in native order, from its start to its limit */
    record Pixels(long[] shape, FloatBuffer values) {}

    Pixels pixels(RgbPicture picture) {
        RgbPicture sized = cropped(resized(picture));
        int area = sized.width() * sized.height();
        FloatBuffer out = direct(3 * area);
        byte[] rgb = sized.rgb();
        float[] plane = new float[area];
        for (int channel = 0; channel < 3; channel++) {
            float[] level = levels[channel];
            for (int i = 0; i < area; i++) {
                plane[i] = level[rgb[i * 3 + channel] & 0xff];
            }
            out.put(channel * area, plane);
        }
        return new Pixels(new long[] {1, 3, sized.height(), sized.width()}, out);
    }

    Pixels tiles(RgbPicture picture, NativeTiles tiles) {
        FloatBuffer out = direct(tiles.size());
        tiles.write(picture, out);
        return new Pixels(new long[] {1, NativeTiles.COUNT, 3, tiles.side(), tiles.side()}, out);
    }

    private RgbPicture resized(RgbPicture picture) {
        if (steps.resize().isEmpty()) {
            return picture;
        }
        Preprocessing.Sizing sizing = steps.resize().get();
        Preprocessing.Size size = sizing.of(picture.width(), picture.height());
        int width = Math.min(size.width(), LONGEST_SIDE);
        int height = Math.min(size.height(), LONGEST_SIDE);
        return Resize.to(picture, width, height, sizing.filter());
    }

    private RgbPicture cropped(RgbPicture picture) {
        if (steps.crop().isEmpty()) {
            return picture;
        }
        Preprocessing.Size size = steps.crop().get();
        // Java's shift rounds down below zero too: the larger margin comes first, as in transformers
        int left = (picture.width() - size.width()) >> 1;
        int top = (picture.height() - size.height()) >> 1;
        byte[] rgb = new byte[size.width() * size.height() * 3];
        int from = Math.max(left, 0);
        int length = Math.min(left + size.width(), picture.width()) - from;
        for (int y = Math.max(top, 0); y < Math.min(top + size.height(), picture.height()); y++) {
            System.arraycopy(picture.rgb(), (y * picture.width() + from) * 3, rgb,
                    ((y - top) * size.width() + from - left) * 3, length * 3);
        }
        return new RgbPicture(size.width(), size.height(), rgb);
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
