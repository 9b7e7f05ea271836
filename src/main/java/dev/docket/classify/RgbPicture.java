package dev.docket.classify;

import dev.docket.decode.DecodedImage;

/**
 * Pixels as models take them: transparent parts lie on white, as screens show them. Wraps the decoded pixels without
 * copying them and lays each on white when it is read.
 *
 * @param argb row-major, alpha premultiplied; treat as read-only
 */
public record RgbPicture(int width, int height, int[] argb) {
    public RgbPicture {
        if (argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(width + " x " + height + " with " + argb.length + " pixels");
        }
    }

    public static RgbPicture of(DecodedImage image) {
        return new RgbPicture(image.width(), image.height(), image.argb());
    }

    /** The pixel at this index laid on white, 0xFFRRGGBB. */
    int at(int index) {
        return onWhite(argb[index]);
    }

    /** Each channel of a premultiplied pixel gains what its alpha leaves open; alpha itself becomes 255. */
    static int onWhite(int pixel) {
        return pixel + (255 - (pixel >>> 24)) * 0x01010101;
    }
}
