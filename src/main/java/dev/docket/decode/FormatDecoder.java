package dev.docket.decode;

/** Decodes some formats in the process it is called in. The header has been sniffed and is within the pixel budget. Several threads. */
public interface FormatDecoder {

    /** Whether it opens files of this kind, as far as the header tells. */
    boolean opens(ImageHeader header);

    /**
     * Upright sRGB pixels.
     *
     * @param longerSide least length of the longer side in pixels where the picture is that large; {@link Integer#MAX_VALUE} for full size
     * @param lenient whether a file that ends early gives what decoded, marked partial; otherwise it is {@code DAMAGED}
     */
    DecodedImage decode(byte[] file, ImageHeader header, int longerSide, boolean lenient) throws UndecodableImageException;

    /** The frames of an animation, from the first; a picture that does not move has one. */
    default Animation animation(byte[] file, ImageHeader header, int longerSide) throws UndecodableImageException {
        return Animation.still(decode(file, header, longerSide, true));
    }
}
