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
            ByteOrdered bytes = new ByteOrdered(file, order == 0x4949);
            if (!bytes.little() && order != 0x4D4D || bytes.u16(tiff + 2) != 42) {
                return 1;
            }
            long directory = tiff + bytes.u32(tiff + 4);
            int entries = Math.min(MAX_ENTRIES, bytes.u16(directory));
            for (int i = 0; i < entries; i++) {
                long entry = directory + 2 + 12L * i;
                if (bytes.u16(entry) == ORIENTATION) {
                    return valid(bytes.u16(entry + 8));
                }
            }
            return 1;
        } catch (UndecodableImageException cutOff) {
            return 1;
        }
    }

    /** The orientation where it is one, else upright. */
    static int valid(long value) {
        return value >= 1 && value <= 8 ? (int) value : 1;
    }
}
