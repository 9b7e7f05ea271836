package dev.docket.decode;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/** The colours a picture's embedded profile gives its numbers, converted to sRGB by LittleCMS in the Java runtime. */
public final class IccProfile {
    /** Rows converted at once. */
    private static final int STRIP = 64;

    private final ICC_Profile profile;

    private IccProfile(ICC_Profile profile) {
        this.profile = profile;
    }

    /** The profile; none when it is broken: such a picture is shown as if it had none. */
    public static Optional<IccProfile> of(byte[] data) {
        try {
            return Optional.of(new IccProfile(ICC_Profile.getInstance(data)));
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty();
        }
    }

    /** How many numbers it takes to say a colour: 1 grey, 3 red, green, blue and the like, 4 inks. */
    public int components() {
        return profile.getNumComponents();
    }

    /**
     * The pixels in sRGB, three bytes each; none when the profile is not one of such pixels, or is of no use.
     *
     * @param samples row-major, a byte for each component
     */
    public Optional<byte[]> toSrgb(byte[] samples, int width, int height) {
        int from = components();
        if (samples.length != (long) from * width * height) {
            return Optional.empty();
        }
        try {
            ColorConvertOp conversion = new ColorConvertOp(
                    new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
            byte[] rgb = new byte[3 * width * height];
            for (int top = 0; top < height; top += STRIP) {
                int rows = Math.min(STRIP, height - top);
                byte[] strip = new byte[3 * width * rows];
                byte[] source = new byte[from * width * rows];
                System.arraycopy(samples, from * width * top, source, 0, source.length);
                conversion.filter(pixels(source, width, rows, from), pixels(strip, width, rows, 3));
                System.arraycopy(strip, 0, rgb, 3 * width * top, strip.length);
            }
            return Optional.of(rgb);
        } catch (CMMException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** As {@link #toSrgb(byte[], int, int)}, in place and leaving alpha alone; without effect when that gives none. */
    public void toSrgbBesideAlpha(byte[] rgba, int width, int height) {
        byte[] rgb = new byte[rgba.length / 4 * 3];
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(rgba, 4 * i, rgb, 3 * i, 3);
        }
        byte[] converted = toSrgb(rgb, width, height).orElse(rgb);
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(converted, 3 * i, rgba, 4 * i, 3);
        }
    }

    /** The layout that LittleCMS is let in to: components in order, nothing between. */
    private static WritableRaster pixels(byte[] samples, int width, int rows, int components) {
        int[] bands = new int[components];
        Arrays.setAll(bands, i -> i);
        return Raster.createInterleavedRaster(new DataBufferByte(samples, samples.length), width, rows, components * width, components, bands, null);
    }
}
