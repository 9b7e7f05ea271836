package dev.docket.decode;

/** The orientation in a block of EXIF (a TIFF header and its first directory), 1..8. Anything odd counts as 1, upright. */
final class ExifOrientation {
    private static final int ORIENTATION = 0x0112;
    /** Real first directories hold a few dozen entries. */
    private static final int MAX_ENTRIES = 512;

    private ExifOrientation() {}

    /** @param tiff position of the byte-order mark */
    static int read(HeaderBytes file, long tiff) {
        try {
            int order = file.u16be(tiff);
            boolean little = order == 0x4949;
            if (!little && order != 0x4D4D || u16(file, tiff + 2, little) != 42) {
                return 1;
            }
            long directory = tiff + (little ? file.u32le(tiff + 4) : file.u32be(tiff + 4));
            int entries = Math.min(MAX_ENTRIES, u16(file, directory, little));
            for (int i = 0; i < entries; i++) {
                long entry = directory + 2 + 12L * i;
                if (u16(file, entry, little) == ORIENTATION) {
                    int value = u16(file, entry + 8, little);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (UndecodableImageException cutOff) {
            return 1;
        }
    }

    private static int u16(HeaderBytes file, long at, boolean little) throws UndecodableImageException {
        return little ? file.u16le(at) : file.u16be(at);
    }
}
