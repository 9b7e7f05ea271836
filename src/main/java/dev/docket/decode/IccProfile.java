package dev.docket.decode;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** The colours a picture's embedded profile gives its numbers, converted to sRGB by LittleCMS in the Java runtime. */
public final class IccProfile {
    /** Rows converted at once. */
    private static final int STRIP = 64;
    private static final int[] RGB = {0, 1, 2};

    private final ICC_Profile profile;

    private IccProfile(ICC_Profile profile) {
        this.profile = profile;
    }

    /** The profile; none when it is broken or not one of red, green and blue: such a picture is shown as if it had none. */
    public static Optional<IccProfile> of(byte[] data) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(data);
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? Optional.of(new IccProfile(profile)) : Optional.empty();
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty();
        }
    }

    /**
     * Converts in place.
     *
     * @param rgba row-major, a byte each of red, green, blue and alpha, not premultiplied
     */
    public void toSrgb(byte[] rgba, int width, int height) {
        try {
            ColorConvertOp conversion = new ColorConvertOp(
                    new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
            byte[] from = new byte[3 * width * Math.min(STRIP, height)];
            byte[] to = new byte[from.length];
            for (int top = 0; top < height; top += STRIP) {
                int rows = Math.min(STRIP, height - top);
                for (int i = 0, at = 4 * width * top; i < width * rows; i++, at += 4) {
                    System.arraycopy(rgba, at, from, 3 * i, 3);
                }
                conversion.filter(pixels(from, width, rows), pixels(to, width, rows));
                for (int i = 0, at = 4 * width * top; i < width * rows; i++, at += 4) {
                    System.arraycopy(to, 3 * i, rgba, at, 3);
                }
            }
        } catch (CMMException | IllegalArgumentException unusable) {
            return;
        }
    }

    /** The only layout of three bands that LittleCMS is let in to. */
    private static WritableRaster pixels(byte[] rgb, int width, int rows) {
        return Raster.createInterleavedRaster(new DataBufferByte(rgb, rgb.length), width, rows, 3 * width, 3, RGB, null);
    }
}
