package dev.docket.decode.system;

/** Makes pixels of the bands that libvips gives. */
final class BandPixels {
    private BandPixels() {}

    /**
     * @param bytes red, green, blue and, with four bands, alpha, not premultiplied
     * @param argb takes the pixels, 0xAARRGGBB, premultiplied and rounded
     */
    static void premultiplied(byte[] bytes, int bands, int[] argb, int count) {
        if (bands == 3) {
            opaque(bytes, argb, count);
        } else if (bands == 4) {
            blended(bytes, argb, count);
        } else {
            throw new IllegalArgumentException(bands + " bands");
        }
    }

    private static void opaque(byte[] bytes, int[] argb, int count) {
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            argb[i] = 0xFF000000 | (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        }
    }

    private static void blended(byte[] bytes, int[] argb, int count) {
        for (int i = 0, at = 0; i < count; i++, at += 4) {
            int alpha = bytes[at + 3] & 0xFF;
            argb[i] = alpha << 24 | times(bytes[at], alpha) << 16 | times(bytes[at + 1], alpha) << 8 | times(bytes[at + 2], alpha);
        }
    }

    private static int times(byte level, int alpha) {
        return ((level & 0xFF) * alpha + 127) / 255;
    }
}
