package dev.docket.decode;

import java.util.List;

/** Decodes some formats in the process it is called in. The header has been sniffed and is within the pixel budget. Several threads. */
public interface FormatDecoder {

    /** Whether it opens files of this kind, as far as the header tells. */
    boolean opens(ImageHeader header);

    /**
     * Upright sRGB pixels, into memory of the caller's.
     *
     * @param longerSide least length of the longer side in pixels where the picture is that large; {@link Integer#MAX_VALUE} for full size
     * @param lenient whether a file that ends early gives what decoded, marked partial; otherwise it is {@code DAMAGED}
     * @param room asked once, as soon as the size is certain
     */
    Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException;

    /** Like {@link #paint}, into memory of its own. */
    default DecodedImage decode(byte[] file, ImageHeader header, int longerSide, boolean lenient) throws UndecodableImageException {
        PixelRoom.Heap room = new PixelRoom.Heap();
        return room.image(paint(file, header, longerSide, lenient, room), header);
    }

    /** The frames of an animation, from the first; a picture that does not move has one. */
    default Animation animation(byte[] file, ImageHeader header, int longerSide) throws UndecodableImageException {
        return Animation.still(decode(file, header, longerSide, true));
    }

    /**
     * Small sound files of the formats it opens, made by code. A worker decodes them before it gives up opening files
     * and libraries, so they must reach everything that is loaded late; cut-off and broken copies are tried as well.
     */
    default List<byte[]> samples() {
        return List.of();
    }
}
