package dev.docket.provenance;

import static dev.docket.provenance.Bytes.stands;
import static dev.docket.provenance.Bytes.u16;
import static dev.docket.provenance.Bytes.u32;
import static dev.docket.provenance.Bytes.u8;

/** Walks the marker segments of a JPEG up to its pixels. */
final class JpegBlocks {
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";

    static void read(byte[] file, Blocks blocks) {
        int at = 2;
        while (at + 4 <= file.length && u8(file, at) == 0xFF) {
            int marker = u8(file, at + 1);
            if (marker == 0xFF) { // fill byte
                at++;
                continue;
            }
            int length = u16(file, at + 2);
            int end = at + 2 + length;
            if (marker == 0xDA || marker == 0xD9 || length < 2 || end > file.length) {
                return;
            }
            segment(file, marker, at + 4, end, blocks);
            at = end;
        }
    }

    private static void segment(byte[] file, int marker, int from, int end, Blocks blocks) {
        if (marker == 0xE1 && stands(file, from, EXIF)) {
            blocks.addExif(file, from + EXIF.length(), end);
        } else if (marker == 0xE1 && stands(file, from, XMP)) {
            blocks.addXmp(file, from + XMP.length(), end);
        } else if (marker == 0xED && stands(file, from, PHOTOSHOP)) {
            photoshop(file, from + PHOTOSHOP.length(), end, blocks);
        } else if (marker == 0xEB && end - from > 16 && stands(file, from, "JP") && stands(file, from + 12, "jumb")) {
            // JUMBF serves other uses too: its description box, within the first bytes, names c2pa
            if (Bytes.latin1(file, from, Math.min(end, from + 100)).contains("c2pa")) {
                blocks.foundCredentials();
            }
        } else if (marker == 0xFE) {
            blocks.addText(new Entry(Entry.Place.COMMENT, "", PlainText.decode(java.util.Arrays.copyOfRange(file, from, end))));
        }
    }

    /** Image resources: "8BIM", id, Pascal name padded to even, size, data padded to even. IPTC is 0x0404. */
    private static void photoshop(byte[] file, int from, int end, Blocks blocks) {
        int at = from;
        while (at + 12 <= end && stands(file, at, "8BIM")) {
            int id = u16(file, at + 4);
            int name = u8(file, at + 6);
            int size = at + 6 + (name + 2 & ~1);
            if (size + 4 > end) {
                return;
            }
            long length = u32(file, size);
            long next = size + 4 + (length + 1 & ~1L);
            if (size + 4 + length > end) {
                return;
            }
            if (id == 0x0404) {
                blocks.addIptc(file, size + 4, (int) (size + 4 + length));
            }
            at = (int) Math.min(next, end);
        }
    }

    private JpegBlocks() {}
}
