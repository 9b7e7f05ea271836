package dev.docket.decode;

/** Reads the blocks of a GIF file without their pixels. Source: Graphics Interchange Format 89a, sections 15 to 27. */
final class GifHeader {
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;

    private GifHeader() {}

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        int width = file.u16le(6);
        int height = file.u16le(8);
        long blocks = 13 + paletteBytes(file.u8(10));
        return new ImageHeader("image/gif", width, height, 1, Math.max(1, countFrames(file, blocks)));
    }

    /** Pictures that begin before the file ends or stops making sense. */
    private static int countFrames(HeaderBytes file, long from) {
        int frames = 0;
        try {
            long at = from;
            while (true) {
                int block = file.u8(at);
                if (block == EXTENSION) {
                    at = skipData(file, at + 2);
                } else if (block == PICTURE) {
                    frames++;
                    at = skipData(file, at + 11 + paletteBytes(file.u8(at + 9)));
                } else {
                    return frames;
                }
            }
        } catch (UndecodableImageException cutOff) {
            return frames;
        }
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
