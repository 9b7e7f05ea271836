package dev.docket.decode;

import java.util.Optional;

/**
 * What the boxes of an AVIF or HEIC file ask to be done to the pixels as they are coded, before the picture is turned: to
 * cut an edge away, and to convert colours. For a decoder that leaves that to its caller.
 *
 * @param codedWidth pixels, before cutting
 * @param codedHeight pixels, before cutting
 * @param left pixels cut away at the left
 * @param top pixels cut away above
 * @param primaries of H.273, 2 when not told
 * @param transfer of H.273, 2 when not told
 */
public record HeifFinish(
        int codedWidth, int codedHeight, int left, int top, int width, int height, Optional<byte[]> profile, int primaries, int transfer) {
    private static final int UNSPECIFIED = 2;

    /** For a file whose header could be read. */
    public static HeifFinish of(byte[] file, ImageHeader header) throws UndecodableImageException {
        HeaderBytes bytes = new HeaderBytes(file);
        Optional<IsoBox> meta = HeifHeader.first(IsoBox.within(bytes, 0, file.length), "meta");
        return meta.isPresent() ? HeifItems.read(meta.get()).finish()
                : new HeifFinish(header.width(), header.height(), 0, 0, header.width(), header.height(), Optional.empty(), UNSPECIFIED, UNSPECIFIED);
    }

    /**
     * The finished pixels; the array given may be changed.
     *
     * @param rgba row-major, codedWidth * codedHeight, a byte each of red, green, blue and alpha, not premultiplied
     */
    public byte[] finished(byte[] rgba) {
        byte[] shown = cut(rgba);
        Optional<IccProfile> icc = profile.flatMap(IccProfile::of);
        if (icc.isPresent()) {
            icc.get().toSrgbBesideAlpha(shown, width, height);
        } else if (profile.isEmpty()) {
            CodedColours.toSrgb(shown, primaries, transfer);
        }
        return shown;
    }

    private byte[] cut(byte[] rgba) {
        if (width == codedWidth && height == codedHeight) {
            return rgba;
        }
        byte[] shown = new byte[4 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgba, 4 * ((top + y) * codedWidth + left), shown, 4 * y * width, 4 * width);
        }
        return shown;
    }
}
