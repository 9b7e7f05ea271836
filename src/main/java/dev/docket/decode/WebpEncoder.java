package dev.docket.decode;

import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeWEBPOptions;
import io.github.humbleui.skija.EncodeWEBPCompressionMode;
import io.github.humbleui.skija.EncoderWEBP;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes pictures of our own as WebP, which the JDK cannot. It stands here because Skia does. Safe to use from several threads. */
public final class WebpEncoder {
    /** How hard lossless compression tries, 0..100. */
    private static final float EFFORT = 30;

    private WebpEncoder() {}

    /**
     * @param rgb row-major, 0xFFRRGGBB, sRGB
     * @param quality 0..100
     */
    public static byte[] lossy(int width, int height, int[] rgb, int quality) {
        return encode(width, height, rgb, new EncodeWEBPOptions(EncodeWEBPCompressionMode.LOSSY, quality));
    }

    /** @param rgb row-major, 0xFFRRGGBB, sRGB */
    public static byte[] lossless(int width, int height, int[] rgb) {
        return encode(width, height, rgb, new EncodeWEBPOptions(EncodeWEBPCompressionMode.LOSSLESS, EFFORT));
    }

    private static byte[] encode(int width, int height, int[] rgb, EncodeWEBPOptions options) {
        try (Image image = image(width, height, rgb);
                Data webp = EncoderWEBP.encode(image, options)) {
            if (webp == null) {
                throw new IllegalArgumentException("Skia does not write " + width + " x " + height + " pixels as WebP");
            }
            return webp.getBytes();
        }
    }

    static Image image(int width, int height, int[] rgb) {
        ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(rgb.length, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asIntBuffer().put(rgb);
        ImageInfo info = new ImageInfo(width, height, ColorType.BGRA_8888, ColorAlphaType.OPAQUE, ColorSpace.getSRGB());
        return Image.makeRaster(info, pixels.array(), (long) width * Integer.BYTES);
    }
}
