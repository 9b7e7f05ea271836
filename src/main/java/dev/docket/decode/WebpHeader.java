package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;

/** Reads the chunk headers of a WebP file: lossy, lossless, extended, animated. Source: RFC 9649, sections 2 and 3. */
final class WebpHeader {
    private static final int FIRST_CHUNK = 12;

    private WebpHeader() {}

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        if (file.has(FIRST_CHUNK, "VP8X")) {
            return extended(file);
        }
        if (file.has(FIRST_CHUNK, "VP8L")) {
            if (file.u8(FIRST_CHUNK + 8) != 0x2F) {
                throw damaged();
            }
            long sides = file.u32le(FIRST_CHUNK + 9);
            return header((int) (sides & 0x3FFF) + 1, (int) (sides >> 14 & 0x3FFF) + 1, 1, 1);
        }
        if (file.has(FIRST_CHUNK, "VP8 ")) {
            int height = file.u16le(FIRST_CHUNK + 16);
            if (!file.has(FIRST_CHUNK + 11, 0x9D, 0x01, 0x2A)) {
                throw damaged();
            }
            return header(file.u16le(FIRST_CHUNK + 14) & 0x3FFF, height & 0x3FFF, 1, 1);
        }
        file.u32be(FIRST_CHUNK);
        throw damaged();
    }

    static long statedLength(HeaderBytes file) {
        try {
            return file.u32le(4) + 8;
        } catch (UndecodableImageException cutOff) {
            return 8;
        }
    }

    private static ImageHeader extended(HeaderBytes file) throws UndecodableImageException {
        int width = file.u24le(FIRST_CHUNK + 12) + 1;
        int height = file.u24le(FIRST_CHUNK + 15) + 1;
        int orientation = 1;
        int frames = 0;
        long at = FIRST_CHUNK;
        while (at + 8 <= file.length()) {
            int chunk = (int) at;
            if (file.has(chunk, "ANMF")) {
                frames++;
            } else if (file.has(chunk, "EXIF")) {
                boolean prefixed = file.has(chunk + 8, "Exif\0\0");
                orientation = ExifOrientation.read(file, at + (prefixed ? 14 : 8));
            }
            long size = file.u32le(at + 4);
            at += 8 + size + (size & 1);
        }
        return header(width, height, orientation, Math.max(1, frames));
    }

    private static ImageHeader header(int width, int height, int orientation, int frames) {
        return new ImageHeader("image/webp", width, height, orientation, frames);
    }

    private static UndecodableImageException damaged() {
        return new UndecodableImageException(State.DAMAGED, "The WebP file is damaged: its first picture has no header");
    }
}
