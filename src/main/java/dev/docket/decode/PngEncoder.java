package dev.docket.decode;

import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;

/** Writes pictures of our own as PNG. It stands here because Skia does. Safe to use from several threads. */
public final class PngEncoder {
    private PngEncoder() {}

    /** @param rgb row-major, 0xFFRRGGBB, sRGB */
    public static byte[] encode(int width, int height, int[] rgb) {
        try (Image image = WebpEncoder.image(width, height, rgb);
                Data png = EncoderPNG.encode(image)) {
            if (png == null) {
                throw new IllegalArgumentException("Skia does not write " + width + " x " + height + " pixels as PNG");
            }
            return png.getBytes();
        }
    }
}
