package dev.docket.decode;

/** Reads the header of a BMP file, of OS/2 or Windows. */
final class BmpHeader {
    private static final int OS2_HEADER = 12;

    private BmpHeader() {}

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        if (file.u32le(14) == OS2_HEADER) {
            return new ImageHeader("image/bmp", file.u16le(18), file.u16le(20), 1, 1);
        }
        // a negative height means rows from top to bottom
        int height = Math.absExact((int) Math.max(file.u32le(22) << 32 >> 32, -Integer.MAX_VALUE));
        return new ImageHeader("image/bmp", (int) Math.min(file.u32le(18), Integer.MAX_VALUE), height, 1, 1);
    }
}
