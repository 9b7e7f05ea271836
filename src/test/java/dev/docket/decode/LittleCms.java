package dev.docket.decode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Little CMS, which the JDK brings along: a converter of colours that shares nothing with the decoders. */
final class LittleCms {
    private LittleCms() {}

    /** @param samples as the profile has them, band by band, pixel by pixel. @return 0xRRGGBB in sRGB */
    static int[] toSrgb(byte[] profile, int[] samples, int bits, int width, int height) {
        ICC_ColorSpace colours = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        WritableRaster raster = Raster.createInterleavedRaster(type, width, height, colours.getNumComponents(), null);
        raster.setPixels(0, 0, width, height, samples);
        BufferedImage picture = new BufferedImage(new ComponentColorModel(colours, false, false, 1, type), raster, false, null);
        BufferedImage converted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        new ColorConvertOp(colours, ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(picture, converted);
        int[] rgb = converted.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return rgb;
    }

    /** The same for pixels that came out of a decoder unconverted. */
    static int[] toSrgb(byte[] profile, DecodedImage unconverted) {
        int[] argb = unconverted.argb();
        int[] samples = new int[3 * argb.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = argb[i / 3] >> 16 - 8 * (i % 3) & 0xFF;
        }
        return toSrgb(profile, samples, 8, unconverted.width(), unconverted.height());
    }
}
