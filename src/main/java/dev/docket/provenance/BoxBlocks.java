package dev.docket.provenance;

import static dev.docket.provenance.Bytes.latin1;
import static dev.docket.provenance.Bytes.stands;
import static dev.docket.provenance.Bytes.u16;
import static dev.docket.provenance.Bytes.u32;
import static dev.docket.provenance.Bytes.u8;
import static dev.docket.provenance.Bytes.zero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Walks the boxes of AVIF, HEIC and JPEG XL: credentials, and the items that hold EXIF or XMP. An item's bytes may lie in
 * pieces anywhere in the file or in the {@code idat} box; every size and place is checked before it is read. Field widths and
 * versions as in ISO/IEC 14496-12, 8.11.
 */
final class BoxBlocks {
    private static final String C2PA = uuid("d8fec3d61b0e483c92975828877ec481");
    private static final String XMP = uuid("be7acfcb97a942e89c71999491e3afac");
    private static final String EXIF = "Exif\0\0";
    private static final int MAX_BOXES = 10_000;
    private static final int MAX_EXTENTS = 64;

    /** The inside of a box. */
    private record Box(String type, int from, int end) {}

    /** An item by what it holds. */
    private record Item(String type, String contentType) {
        boolean isXmp() {
            return type.equals("mime") && contentType.equals("application/rdf+xml");
        }
    }

    private final byte[] file;
    private final Blocks blocks;
    private final Map<Long, Item> items = new HashMap<>();
    private Box inline = new Box("idat", 0, 0);
    private int met;

    private BoxBlocks(byte[] file, Blocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static void read(byte[] file, Blocks blocks) {
        BoxBlocks reader = new BoxBlocks(file, blocks);
        reader.each(0, file.length, reader::top);
    }

    private void top(Box box) {
        switch (box.type()) {
            case "uuid" -> {
                if (stands(file, box.from(), C2PA)) {
                    blocks.foundCredentials();
                } else if (stands(file, box.from(), XMP)) {
                    blocks.addXmp(file, box.from() + XMP.length(), box.end());
                }
            }
            case "meta" -> meta(box);
            // JPEG XL keeps them beside its codestream
            case "xml " -> blocks.addXmp(file, box.from(), box.end());
            case "Exif" -> exif(copy(box.from(), box.end()));
            default -> { }
        }
    }

    /** What items there are is known before where they are is looked at, in whatever order the two stand. */
    private void meta(Box meta) {
        List<Box> places = new ArrayList<>();
        each(meta.from() + 4, meta.end(), box -> {
            switch (box.type()) {
                case "iinf" -> each(box.from() + (version(box) == 0 ? 6 : 8), box.end(), this::entry);
                case "idat" -> inline = box;
                case "iloc" -> places.add(box);
                default -> { }
            }
        });
        places.forEach(this::locations);
    }

    private void entry(Box box) {
        int id = version(box) >= 3 ? 4 : 2;
        int type = box.from() + 4 + id + 2;
        if (!box.type().equals("infe") || version(box) < 2 || type + 4 > box.end()) {
            return;
        }
        int content = Math.min(box.end(), zero(file, type + 4, box.end()) + 1);
        items.put(number(box.from() + 4, id),
                new Item(latin1(file, type, type + 4), latin1(file, content, zero(file, content, box.end()))));
    }

    private void locations(Box box) {
        int version = version(box);
        if (box.end() - box.from() < 8 || version > 2) {
            return;
        }
        int offset = u8(file, box.from() + 4) >> 4;
        int length = u8(file, box.from() + 4) & 15;
        int base = u8(file, box.from() + 5) >> 4;
        int index = version == 0 ? 0 : u8(file, box.from() + 5) & 15;
        int id = version == 2 ? 4 : 2;
        if (Math.max(Math.max(offset, length), Math.max(base, index)) > 8) {
            return;
        }
        int at = box.from() + 6 + id;
        int head = id + (version == 0 ? 2 : 4) + base + 2;
        for (long left = number(box.from() + 6, id); left > 0 && at + head <= box.end() && met++ < MAX_BOXES; left--) {
            int afterId = at + id + (version == 0 ? 0 : 2);
            boolean here = u16(file, afterId) == 0; // else in another file
            int method = version == 0 ? 0 : u16(file, at + id) & 15;
            long start = number(afterId + 2, base);
            int extents = u16(file, afterId + 2 + base);
            int first = at + head;
            long end = first + (long) extents * (index + offset + length);
            if (end > box.end()) {
                return;
            }
            Item item = items.get(number(at, id));
            if (here && item != null && extents <= MAX_EXTENTS && (item.isXmp() || item.type().equals("Exif"))) {
                byte[] whole = gather(method, start, first, extents, new int[] {index, offset, length});
                if (item.isXmp()) {
                    blocks.addXmp(whole, 0, whole.length);
                } else {
                    exif(whole);
                }
            }
            at = (int) end;
        }
    }

    /** The pieces one after another; nothing where any of them lies outside, or all are too long together. */
    private byte[] gather(int method, long start, int first, int extents, int[] widths) {
        long floor = method == 1 ? inline.from() : 0;
        long ceiling = method == 1 ? inline.end() : file.length;
        byte[] whole = new byte[0];
        for (int i = 0; i < extents && method <= 1; i++) {
            int at = first + i * (widths[0] + widths[1] + widths[2]) + widths[0];
            long from = floor + start + number(at, widths[1]);
            long length = number(at + widths[1], widths[2]);
            long end = length == 0 ? ceiling : from + length; // no length: up to the end
            if (start < 0 || from < floor || length < 0 || end < from || end > ceiling || whole.length + end - from > Blocks.MAX_BLOCK) {
                return new byte[0];
            }
            whole = Bytes.joined(whole, Arrays.copyOfRange(file, (int) from, (int) end));
        }
        return whole;
    }

    /** Four bytes say how much stands before the TIFF header. */
    private void exif(byte[] item) {
        if (item.length > 12) {
            long from = 4 + u32(item, 0);
            int start = from >= item.length ? 4 : (int) from;
            blocks.addExif(item, stands(item, start, EXIF) ? start + EXIF.length() : start, item.length);
        }
    }

    private byte[] copy(int from, int end) {
        return end - from > Blocks.MAX_BLOCK ? new byte[0] : Arrays.copyOfRange(file, from, end);
    }

    private int version(Box box) {
        return box.end() - box.from() < 4 ? 0 : u8(file, box.from());
    }

    /** Big-endian, of 0 to 8 bytes; negative where it is too large for any file. */
    private long number(int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | (at + i < file.length ? u8(file, at + i) : 0);
        }
        return value;
    }

    /** Each box between two places: size, type, perhaps a long size; size 0 reaches to the end. */
    private void each(int from, int end, Consumer<Box> visitor) {
        long at = from;
        while (at + 8 <= end && met++ < MAX_BOXES) {
            long size = u32(file, (int) at);
            int head = size == 1 ? 16 : 8;
            long length = size == 0 ? end - at : size == 1 && at + 16 <= end ? number((int) at + 8, 8) : size;
            if (length < head || length > end - at) {
                if (stands(file, (int) at + 4, "uuid" + C2PA)) {
                    blocks.foundCredentials(); // broken off: present, and for the validator to say unreadable
                }
                return;
            }
            visitor.accept(new Box(latin1(file, (int) at + 4, (int) at + 8), (int) at + head, (int) (at + length)));
            at += length;
        }
    }

    private static String uuid(String hex) {
        return latin1(HexFormat.of().parseHex(hex), 0, 16);
    }
}
