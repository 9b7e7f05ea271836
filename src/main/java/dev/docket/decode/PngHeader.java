package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;

/** Reads the chunk headers of a PNG or APNG file. Source: Portable Network Graphics (Third Edition), sections 5 and 11. */
final class PngHeader {
    private static final int FIRST_CHUNK = 8;

    private PngHeader() {}

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        if (!file.has(FIRST_CHUNK + 4, "IHDR")) {
            file.u32be(FIRST_CHUNK + 4);
            throw new UndecodableImageException(State.DAMAGED, "The PNG file is damaged: it does not begin with its header");
        }
        int width = side(file.u32be(FIRST_CHUNK + 8));
        int height = side(file.u32be(FIRST_CHUNK + 12));
        int orientation = 1;
        int frames = 1;
        long at = FIRST_CHUNK;
        while (at + 8 <= file.length()) {
            int chunk = (int) at;
            if (file.has(chunk + 4, "eXIf")) {
                orientation = ExifOrientation.read(file, at + 8);
            } else if (file.has(chunk + 4, "acTL") && at + 12 <= file.length()) {
                frames = Math.clamp(file.u32be(at + 8), 1, Integer.MAX_VALUE);
            }
            at += 12 + file.u32be(at);
        }
        return new ImageHeader("image/png", width, height, orientation, frames);
    }

    private static int side(long stated) throws UndecodableImageException {
        if (stated > Integer.MAX_VALUE) {
            throw new UndecodableImageException(State.DAMAGED, "The PNG file is damaged: its header states a side of " + stated + " pixels");
        }
        return (int) stated;
    }
}
