package dev.docket.decode;

import java.util.Locale;

/**
 * What the first bytes of an image file say, read without decoding any pixel.
 *
 * @param mediaType such as {@code image/png}
 * @param width of the stored picture in pixels, before orientation
 * @param height of the stored picture in pixels, before orientation
 * @param orientation EXIF orientation, 1..8; 1 when there is none. What the boxes of AVIF and HEIC
 *     ask for is given so as well
 * @param frames how many pictures the file shows in turn, as far as the header tells: frames of an animation, pages of a TIFF; 1 when it does not move
 */
public record ImageHeader(String mediaType, int width, int height, int orientation, int frames) {

    /** Width once upright. */
    public int uprightWidth() {
        return orientation >= 5 ? height : width;
    }

    /** Height once upright. */
    public int uprightHeight() {
        return orientation >= 5 ? width : height;
    }

    /** The header of the same picture stored upright. */
    public ImageHeader upright() {
        return new ImageHeader(mediaType, uprightWidth(), uprightHeight(), 1, frames);
    }

    /** The format as people call it, such as {@code JPEG XL}. */
    public String formatName() {
        return switch (mediaType) {
            case "image/webp" -> "WebP";
            case "image/jxl" -> "JPEG XL";
            default -> mediaType.substring("image/".length()).toUpperCase(Locale.ROOT);
        };
    }
}
