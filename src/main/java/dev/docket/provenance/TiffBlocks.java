package dev.docket.provenance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks through the first directory of a TIFF, which itself is laid out as EXIF is: XMP, IPTC and credentials stand in fields of their own. TIFF 6.0; C2PA 2.2, A.3.7. */
final class TiffBlocks {
    private static final int XMP = 0x02BC;
    private static final int IPTC = 0x83BB;
    private static final int C2PA = 0xCD41;
    private static final int SUB_DIRECTORIES = 0x014A;
    /** With more of them the validator does not look any further, and whether there are credentials cannot be told. */
    private static final long MOST_SUB_DIRECTORIES = 1000;
    private static final int MAX_FIELDS = 1000;
    private static final int FIELD = 12;
    /** Bytes of a value by its type, from 1 on. */
    private static final int[] WIDTHS = {1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    static void read(byte[] file, Blocks blocks) {
        if (file.length < 8) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        blocks.addWholeExif(file);
        long first = Integer.toUnsignedLong(bytes.getInt(4));
        if (first + 2 > file.length) {
            return;
        }
        int fields = Math.min(MAX_FIELDS, Short.toUnsignedInt(bytes.getShort((int) first)));
        for (int i = 0; i < fields && first + 2 + (long) (i + 1) * FIELD <= file.length; i++) {
            field(bytes, (int) first + 2 + i * FIELD, blocks);
        }
    }

    private static void field(ByteBuffer bytes, int at, Blocks blocks) {
        int tag = Short.toUnsignedInt(bytes.getShort(at));
        int type = Short.toUnsignedInt(bytes.getShort(at + 2));
        if (tag == C2PA || tag == SUB_DIRECTORIES && Integer.toUnsignedLong(bytes.getInt(at + 4)) > MOST_SUB_DIRECTORIES) {
            blocks.foundCredentials();
        }
        if (type == 0 || type > WIDTHS.length || tag != XMP && tag != IPTC) {
            return;
        }
        long length = Integer.toUnsignedLong(bytes.getInt(at + 4)) * WIDTHS[type - 1];
        long from = length <= 4 ? at + 8 : Integer.toUnsignedLong(bytes.getInt(at + 8));
        if (from + length > bytes.capacity()) {
            return;
        }
        if (tag == XMP) {
            blocks.addXmp(bytes.array(), (int) from, (int) (from + length));
        } else {
            blocks.addIptc(bytes.array(), (int) from, (int) (from + length));
        }
    }

    private TiffBlocks() {}
}
