package dev.docket.decode.wasm;

/**
 * A decoded picture as a decoder in WebAssembly gives it.
 *
 * @param rgba row-major, one byte each of red, green, blue and alpha, not premultiplied
 */
record Raster(int width, int height, byte[] rgba) {
    Raster {
        if (width <= 0 || height <= 0 || rgba.length != 4L * width * height) {
            throw new WasmFailure(width + " x " + height + " pixels in " + rgba.length + " bytes");
        }
    }

    /** The pixels premultiplied, 0xAARRGGBB. */
    int[] premultiplied() {
        int[] argb = new int[rgba.length / 4];
        for (int i = 0, at = 0; i < argb.length; i++, at += 4) {
            int alpha = rgba[at + 3] & 0xFF;
            argb[i] = alpha << 24 | times(rgba[at], alpha) << 16 | times(rgba[at + 1], alpha) << 8 | times(rgba[at + 2], alpha);
        }
        return argb;
    }

    private static int times(byte sample, int alpha) {
        return alpha == 255 ? sample & 0xFF : ((sample & 0xFF) * alpha + 127) / 255;
    }
}
