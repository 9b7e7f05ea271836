package dev.docket.provenance;

import static dev.docket.provenance.Crafted.int32;
import static dev.docket.provenance.Crafted.join;
import static dev.docket.provenance.Crafted.latin;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** AVIF and HEIC files of boxes alone: items with metadata, laid out in each of the ways that the standard allows. */
final class CraftedBoxes {

    /** How items say where they lie. */
    enum Layout { FILE, IDAT, PIECES }

    static byte[] box(String type, byte[]... inside) {
        byte[] body = join(inside);
        return join(int32(8 + body.length), latin(type), body);
    }

    static byte[] full(String type, int version, byte[]... inside) {
        return box(type, int32(version << 24), join(inside));
    }

    /** A file with one item of XMP and, where it is not empty, one of EXIF. @param brand avif or heic */
    static byte[] file(String brand, Layout layout, int version, String xmp, byte[] tiff) {
        List<byte[]> data = new ArrayList<>(List.of(Crafted.utf8(xmp)));
        if (tiff.length > 0) {
            data.add(join(int32(0), tiff));
        }
        byte[] head = box("ftyp", latin(brand), int32(0), latin("mif1"));
        int base = head.length + meta(layout, version, data, 0).length + 8;
        byte[] meta = meta(layout, version, data, base);
        return join(head, meta, box("mdat", layout == Layout.IDAT ? new byte[4] : join(data.toArray(byte[][]::new))));
    }

    /** JPEG XL's container, which keeps both in boxes of their own. */
    static byte[] jxl(String xmp, byte[] tiff) {
        return join(box("JXL ", new byte[] {0x0D, 0x0A, (byte) 0x87, 0x0A}), box("ftyp", latin("jxl "), int32(0), latin("jxl ")),
                box("Exif", int32(0), tiff), box("xml ", Crafted.utf8(xmp)), box("jxlc", new byte[] {(byte) 0xFF, 0x0A, 0, 0}));
    }

    private static byte[] meta(Layout layout, int version, List<byte[]> data, int base) {
        byte[] entries = new byte[0];
        byte[] places = new byte[0];
        int at = layout == Layout.IDAT ? 0 : base;
        for (int i = 0; i < data.size(); i++) {
            byte[] kind = i == 0 ? latin("mimeXMP\0application/rdf+xml\0") : latin("Exif\0");
            entries = join(entries, full("infe", version == 2 ? 3 : 2, id(i + 1, version), new byte[2], kind));
            places = join(places, place(i + 1, layout, version, at, data.get(i).length));
            at += data.get(i).length;
        }
        byte[] count = id(data.size(), version);
        byte[] iinf = full("iinf", version == 2 ? 1 : 0, count, entries);
        byte[] iloc = full("iloc", version, new byte[] {0x44, (byte) 0x40}, count, places);
        byte[] idat = layout == Layout.IDAT ? box("idat", join(data.toArray(byte[][]::new))) : new byte[0];
        return full("meta", 0, box("hdlr", new byte[24]), iloc, iinf, idat);
    }

    private static byte[] place(int item, Layout layout, int version, int at, int length) {
        int pieces = layout == Layout.PIECES ? 3 : 1;
        byte[] extents = new byte[0];
        int from = 0;
        for (int i = 0; i < pieces; i++) {
            int to = i == pieces - 1 ? length : from + length / 3;
            extents = join(extents, int32(from), int32(to - from));
            from = to;
        }
        byte[] method = version == 0 ? new byte[0] : int16(layout == Layout.IDAT ? 1 : 0);
        return join(id(item, version), method, int16(0), int32(at), int16(pieces), extents);
    }

    private static byte[] id(int value, int version) {
        return version == 2 ? int32(value) : int16(value);
    }

    static byte[] int16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    private CraftedBoxes() {}
}
