package dev.docket.decode;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

/** Pixels as the TIFF reader gives them, in whatever colours and depth, to sRGB with 8 bits. */
final class TiffPixels {
    private TiffPixels() {}

    /** 0xAARRGGBB, premultiplied. */
    static int[] premultiplied(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int type = model.getColorSpace().getType();
        boolean known = type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_CMYK;
        if (model instanceof IndexColorModel || !known) {
            int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            for (int i = 0; i < argb.length; i++) {
                argb[i] = premultiplied(argb[i] >>> 24, argb[i] >> 16 & 0xFF, argb[i] >> 8 & 0xFF, argb[i] & 0xFF);
            }
            return argb;
        }
        return ofSamples(image.getRaster(), model);
    }

    private static int[] ofSamples(Raster raster, ColorModel model) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int colours = model.getNumColorComponents();
        byte[] samples = new byte[width * height * colours];
        int[] alpha = new int[width * height];
        for (int band = 0; band < colours; band++) {
            int[] values = eightBits(raster, band, model);
            for (int i = 0; i < values.length; i++) {
                samples[i * colours + band] = (byte) values[i];
            }
        }
        boolean transparent = model.getTransparency() != Transparency.OPAQUE && raster.getNumBands() > colours;
        if (transparent) {
            alpha = eightBits(raster, colours, model);
        } else {
            Arrays.fill(alpha, 255);
        }
        byte[] rgb = rgb(samples, model, width, height);
        boolean done = transparent && model.isAlphaPremultiplied();
        for (int i = 0, at = 0; i < alpha.length; i++, at += 3) {
            int red = rgb[at] & 0xFF;
            int green = rgb[at + 1] & 0xFF;
            int blue = rgb[at + 2] & 0xFF;
            alpha[i] = done ? alpha[i] << 24 | Math.min(red, alpha[i]) << 16 | Math.min(green, alpha[i]) << 8 | Math.min(blue, alpha[i])
                    : premultiplied(alpha[i], red, green, blue);
        }
        return alpha;
    }

    /** One band, 0..255. */
    private static int[] eightBits(Raster raster, int band, ColorModel model) {
        int length = raster.getWidth() * raster.getHeight();
        if (model.getTransferType() == DataBuffer.TYPE_FLOAT || model.getTransferType() == DataBuffer.TYPE_DOUBLE) {
            float[] light = raster.getSamples(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), band, new float[length]);
            int[] values = new int[length];
            for (int i = 0; i < length; i++) {
                values[i] = Math.clamp(Math.round(255 * light[i]), 0, 255);
            }
            return values;
        }
        int[] values = raster.getSamples(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), band, new int[length]);
        int bits = model.getComponentSize(Math.min(band, model.getNumComponents() - 1));
        if (bits != 8) {
            long most = (1L << bits) - 1;
            for (int i = 0; i < length; i++) {
                values[i] = (int) (((values[i] & most) * 255 + most / 2) / most);
            }
        }
        return values;
    }

    private static byte[] rgb(byte[] samples, ColorModel model, int width, int height) {
        Optional<IccProfile> profile = foreign(model).flatMap(IccProfile::of);
        if (profile.isPresent()) {
            Optional<byte[]> converted = profile.get().toSrgb(samples, width, height);
            if (converted.isPresent()) {
                return converted.get();
            }
        }
        return switch (model.getNumColorComponents()) {
            case 1 -> spread(samples);
            case 3 -> samples;
            default -> inkless(samples);
        };
    }

    /** The profile the picture came with; grey without one is taken for sRGB's, which the runtime's own grey is not. */
    private static Optional<byte[]> foreign(ColorModel model) {
        boolean own = model.getColorSpace().isCS_sRGB() || model.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
        return !own && model.getColorSpace() instanceof ICC_ColorSpace icc ? Optional.of(icc.getProfile().getData()) : Optional.empty();
    }

    private static byte[] spread(byte[] grey) {
        byte[] rgb = new byte[3 * grey.length];
        for (int i = 0; i < grey.length; i++) {
            rgb[3 * i] = rgb[3 * i + 1] = rgb[3 * i + 2] = grey[i];
        }
        return rgb;
    }

    /** From inks without a profile: what each of them lets through. */
    private static byte[] inkless(byte[] cmyk) {
        byte[] rgb = new byte[cmyk.length / 4 * 3];
        for (int i = 0, at = 0; i < rgb.length; i += 3, at += 4) {
            int light = 255 - (cmyk[at + 3] & 0xFF);
            for (int ink = 0; ink < 3; ink++) {
                rgb[i + ink] = (byte) (((255 - (cmyk[at + ink] & 0xFF)) * light + 127) / 255);
            }
        }
        return rgb;
    }

    private static int premultiplied(int alpha, int red, int green, int blue) {
        if (alpha == 255) {
            return 0xFF000000 | red << 16 | green << 8 | blue;
        }
        return alpha << 24 | (red * alpha + 127) / 255 << 16 | (green * alpha + 127) / 255 << 8 | (blue * alpha + 127) / 255;
    }
}
