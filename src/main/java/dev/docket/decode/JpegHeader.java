package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;

/** Reads the markers of a JPEG file up to its frame header. Source: ITU-T T.81, annex B. */
final class JpegHeader {
    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int SOF15 = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;

    private JpegHeader() {}

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        int orientation = 1;
        boolean exifSeen = false;
        long at = 2;
        while (true) {
            at = nextMarker(file, at);
            int marker = file.u8(at + 1);
            if (marker == SOS || marker == EOI) {
                throw new UndecodableImageException(State.DAMAGED, "The JPEG file is damaged: it never states its size");
            }
            if (isFrame(marker)) {
                return frame(file, at, marker, orientation);
            }
            if (standsAlone(marker)) {
                at += 2;
                continue;
            }
            if (marker == APP1 && !exifSeen && file.has((int) at + 4, "Exif\0")) {
                orientation = ExifOrientation.read(file, at + 10);
                exifSeen = true;
            }
            at += 2 + Math.max(2, file.u16be(at + 2));
        }
    }

    /**
     * Whether a progressive file has all of its scans. Without the last ones the picture is whole but coarse, which no
     * decoder reports; in a baseline file rows are missing, which Skia does report.
     */
    static boolean scansComplete(HeaderBytes file) {
        try {
            boolean progressive = false;
            long at = 2;
            while (true) {
                at = nextMarker(file, at);
                int marker = file.u8(at + 1);
                progressive |= marker == SOF2;
                if (marker == EOI || marker == SOS && !progressive) {
                    return true;
                }
                at += standsAlone(marker) ? 2 : 2 + Math.max(2, file.u16be(at + 2));
            }
        } catch (UndecodableImageException cutOff) {
            return false;
        }
    }

    /** Position of the next 0xFF that starts a marker; pixel data, stray bytes and fill bytes are stepped over. */
    private static long nextMarker(HeaderBytes file, long from) throws UndecodableImageException {
        long at = from;
        while (file.u8(at) != 0xFF || file.u8(at + 1) == 0 || file.u8(at + 1) == 0xFF) {
            at++;
        }
        return at;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= SOI;
    }

    private static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    private static ImageHeader frame(HeaderBytes file, long at, int marker, int orientation) throws UndecodableImageException {
        int bits = file.u8(at + 4);
        if (marker > SOF2 || bits != 8) {
            throw new UndecodableImageException(State.UNSUPPORTED, "This is a JPEG of a rare kind ("
                    + (marker > SOF2 ? "lossless, hierarchical or arithmetic coding" : bits + " bits per sample")
                    + "); Docket opens baseline and progressive JPEG with 8 bits");
        }
        return new ImageHeader("image/jpeg", file.u16be(at + 7), file.u16be(at + 5), orientation, 1);
    }
}
