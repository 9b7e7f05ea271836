package dev.docket.classify;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Prepares pictures as {@link Preprocessing} says: float32, NCHW, equal to what transformers makes with PIL. Safe to call from several threads. */
final class Preprocessor {
    /** A picture 1 pixel high and 30,000 wide would fill the memory when its shorter side is blown up; its shape is given up beyond this. */
    private static final int LONGEST_SIDE = 32_768;

    private final Preprocessing steps;
    /** Result for each channel and 8-bit value. */
    private final float[][] levels = new float[3][256];
    private final DirectBuffers buffers = new DirectBuffers();

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
        RgbPicture sized = sized(picture);
        int area = sized.width() * sized.height();
        FloatBuffer out = buffers.take(3 * area);
        float[] plane = new float[area];
        for (int channel = 0; channel < 3; channel++) {
            float[] level = levels[channel];
            int shift = 16 - 8 * channel;
            for (int i = 0; i < area; i++) {
                plane[i] = level[sized.at(i) >> shift & 0xff];
            }
            out.put(channel * area, plane);
        }
        return new Pixels(new long[] {1, 3, sized.height(), sized.width()}, out);
    }

    Pixels tiles(RgbPicture picture, NativeTiles tiles) {
        FloatBuffer out = buffers.take(tiles.size());
        tiles.write(picture, out);
        return new Pixels(new long[] {1, NativeTiles.COUNT, 3, tiles.side(), tiles.side()}, out);
    }

    /** Gives back an input that was run; it must not be read any more. */
    void done(Pixels pixels) {
        buffers.give(pixels.values());
    }

    /** Resized and cropped; what the crop cuts away is not made first. */
    private RgbPicture sized(RgbPicture picture) {
        Preprocessing.Size whole = steps.resize().map(sizing -> sizing.of(picture.width(), picture.height()))
                .map(size -> new Preprocessing.Size(Math.min(size.width(), LONGEST_SIDE), Math.min(size.height(), LONGEST_SIDE)))
                .orElse(new Preprocessing.Size(picture.width(), picture.height()));
        Preprocessing.Size wanted = steps.crop().orElse(whole);
        // Java's shift rounds down below zero too: the larger margin comes first, as in transformers
        int left = (whole.width() - wanted.width()) >> 1;
        int top = (whole.height() - wanted.height()) >> 1;
        Resize.Window part = new Resize.Window(Math.max(left, 0), Math.max(top, 0),
                Math.min(whole.width(), wanted.width()), Math.min(whole.height(), wanted.height()));
        RgbPicture made = Resize.part(picture, whole.width(), whole.height(), steps.resize().map(Preprocessing.Sizing::filter).orElse(ResizeFilter.BILINEAR), part);
        return padded(made, Math.max(-left, 0), Math.max(-top, 0), wanted);
    }

    /** With black margins where the picture is smaller than the crop. */
    private static RgbPicture padded(RgbPicture picture, int left, int top, Preprocessing.Size size) {
        if (picture.width() == size.width() && picture.height() == size.height()) {
            return picture;
        }
        int[] argb = new int[size.width() * size.height()];
        Arrays.fill(argb, 0xff000000);
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.argb(), y * picture.width(), argb, (top + y) * size.width() + left, picture.width());
        }
        return new RgbPicture(size.width(), size.height(), argb);
    }
}
