package dev.docket.decode;

/** Reads the blocks of a GIF file without their pixels. Source: Graphics Interchange Format 89a, sections 15 to 27. */
final class GifHeader {
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;

    private GifHeader() {}

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        ImageHeader screen = new ImageHeader("image/gif", file.u16le(6), file.u16le(8), 1, 0);
        ImageHeader header = withFrames(file, 13L + paletteBytes(file.u8(10)), screen);
        return header.frames() > 0 ? header : withFrame(header, 0, 0);
    }

    /** Counts the pictures that begin before the file ends or stops making sense; the first may reach beyond the screen. */
    private static ImageHeader withFrames(HeaderBytes file, long from, ImageHeader screen) {
        ImageHeader header = screen;
        try {
            long at = from;
            while (true) {
                int block = file.u8(at);
                if (block == EXTENSION) {
                    at = skipData(file, at + 2);
                } else if (block == PICTURE) {
                    boolean first = header.frames() == 0;
                    int right = first ? file.u16le(at + 1) + file.u16le(at + 5) : 0;
                    int bottom = first ? file.u16le(at + 3) + file.u16le(at + 7) : 0;
                    header = withFrame(header, right, bottom);
                    at = skipData(file, at + 11 + paletteBytes(file.u8(at + 9)));
                } else {
                    return header;
                }
            }
        } catch (UndecodableImageException cutOff) {
            return header;
        }
    }

    private static ImageHeader withFrame(ImageHeader header, int right, int bottom) {
        return new ImageHeader(header.mediaType(), Math.max(header.width(), right), Math.max(header.height(), bottom),
                header.orientation(), header.frames() + 1);
    }

    private static long skipData(HeaderBytes file, long from) throws UndecodableImageException {
        long at = from;
        for (int size = file.u8(at); size != 0; size = file.u8(at)) {
            at += 1 + size;
        }
        return at + 1;
    }

    private static int paletteBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
