package dev.docket.provenance;

import static dev.docket.provenance.Bytes.latin1;
import static dev.docket.provenance.Bytes.stands;
import static dev.docket.provenance.Bytes.u32LittleEndian;
import static dev.docket.provenance.Bytes.u8;

import java.io.ByteArrayOutputStream;

/** Walks WebP chunks and GIF extensions. */
final class OtherBlocks {
    private static final String EXIF = "Exif\0\0";

    /** RIFF: four letters, little-endian size, data padded to even. */
    static void readWebp(byte[] file, Blocks blocks) {
        long at = 12;
        while (at + 8 <= file.length) {
            int from = (int) at + 8;
            long end = from + u32LittleEndian(file, (int) at + 4);
            if (end > file.length) {
                return;
            }
            switch (latin1(file, (int) at, from - 4)) {
                case "EXIF" -> blocks.addExif(file, stands(file, from, EXIF) ? from + EXIF.length() : from, (int) end);
                case "XMP " -> blocks.addXmp(file, from, (int) end);
                case "C2PA" -> blocks.foundCredentials();
                default -> { }
            }
            at = end + (end & 1);
        }
    }

    /** Comments, and XMP in its application extension; pictures are stepped over. */
    static void readGif(byte[] file, Blocks blocks) {
        if (file.length < 13) {
            return;
        }
        int at = 13 + tableSize(u8(file, 10));
        while (at + 2 < file.length) {
            int kind = u8(file, at);
            if (kind == 0x2C && at + 10 < file.length) {
                at = skip(file, at + 11 + tableSize(u8(file, at + 9)));
            } else if (kind == 0x21) {
                at = extension(file, at + 1, blocks);
            } else {
                return;
            }
        }
    }

    private static int extension(byte[] file, int at, Blocks blocks) {
        int label = u8(file, at);
        if (label == 0xFE) {
            blocks.addText(new Entry(Entry.Place.COMMENT, "", PlainText.decode(subBlocks(file, at + 1, false))));
        } else if (label == 0xFF && stands(file, at + 1, "\u000BXMP DataXMP")) {
            // the packet stands unwrapped, so that what looks like lengths is part of its text
            byte[] packet = subBlocks(file, at + 13, true);
            blocks.addXmp(packet, 0, packet.length);
        }
        return skip(file, at + 1);
    }

    /** The data of a chain of sub-blocks, with or without their length bytes, up to {@link Blocks#MAX_BLOCK}. */
    private static byte[] subBlocks(byte[] file, int from, boolean withLengths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = from;
        while (at < file.length && u8(file, at) != 0 && out.size() < Blocks.MAX_BLOCK) {
            int end = Math.min(file.length, at + 1 + u8(file, at));
            int start = withLengths ? at : at + 1;
            out.write(file, start, end - start);
            at = end;
        }
        return out.toByteArray();
    }

    private static int skip(byte[] file, int from) {
        int at = from;
        while (at < file.length && u8(file, at) != 0) {
            at += 1 + u8(file, at);
        }
        return at + 1;
    }

    /** Bytes of the colour table that these flags announce. */
    private static int tableSize(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private OtherBlocks() {}
}
