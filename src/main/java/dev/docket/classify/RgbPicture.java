package dev.docket.classify;

import dev.docket.decode.DecodedImage;

/** Pixels as models take them: row-major, three bytes each, red, green, blue; transparent parts lie on white, as screens show them. */
record RgbPicture(int width, int height, byte[] rgb) {
    RgbPicture {
        if (rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException(width + " x " + height + " with " + rgb.length + " bytes");
        }
    }

    static RgbPicture of(DecodedImage image) {
        int[] argb = image.argb();
        byte[] rgb = new byte[Math.multiplyExact(argb.length, 3)];
        for (int i = 0, at = 0; i < argb.length; i++) {
            int pixel = argb[i];
            // premultiplied: laying it on white adds what alpha leaves open
            int open = 255 - (pixel >>> 24);
            rgb[at++] = (byte) (((pixel >> 16) & 0xff) + open);
            rgb[at++] = (byte) (((pixel >> 8) & 0xff) + open);
            rgb[at++] = (byte) ((pixel & 0xff) + open);
        }
        return new RgbPicture(image.width(), image.height(), rgb);
    }
}
