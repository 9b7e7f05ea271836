package dev.docket.decode;

/**
 * A decoded picture, upright.
 *
 * @param width pixels
 * @param height pixels
 * @param argb row-major, 0xAARRGGBB, sRGB, alpha premultiplied; {@code argb.length == width * height}. Not copied: treat as read-only
 * @param header what the file says of itself
 * @param partial whether the file ended early or broke off, and the rest is blank; never true from a strict decode
 */
public record DecodedImage(int width, int height, int[] argb, ImageHeader header, boolean partial) {
    public DecodedImage {
        if (width <= 0 || height <= 0 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(width + " x " + height + " with " + argb.length + " pixels");
        }
    }
}
