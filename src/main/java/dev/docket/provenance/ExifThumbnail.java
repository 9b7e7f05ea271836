package dev.docket.provenance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Takes the JPEG thumbnail out of an EXIF block, which keeps it in its second directory. EXIF 2.32, 4.5.5; TIFF 6.0. */
final class ExifThumbnail {
    private static final int OFFSET = 0x0201;
    private static final int LENGTH = 0x0202;
    private static final int FIELD = 12;
    private static final int MAX_FIELDS = 1000;

    /** Its file, whatever that holds. @param tiff from the byte order mark on */
    static Optional<byte[]> in(byte[] tiff) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int first = bytes.getInt(4);
            int second = bytes.getInt(first + 2 + fields(bytes, first) * FIELD);
            if (second == 0 || second == first) {
                return Optional.empty();
            }
            int from = value(bytes, second, OFFSET);
            int to = Math.addExact(from, value(bytes, second, LENGTH));
            boolean jpeg = from > 0 && to - from > 2 && to <= tiff.length && tiff[from] == (byte) 0xFF && tiff[from + 1] == (byte) 0xD8;
            return jpeg ? Optional.of(Arrays.copyOfRange(tiff, from, to)) : Optional.empty();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Optional.empty(); // broken off, or with places outside
        }
    }

    private static int fields(ByteBuffer bytes, int directory) {
        return Math.min(MAX_FIELDS, Short.toUnsignedInt(bytes.getShort(directory)));
    }

    /** 0 where there is none. */
    private static int value(ByteBuffer bytes, int directory, int tag) {
        for (int i = 0; i < fields(bytes, directory); i++) {
            int at = directory + 2 + i * FIELD;
            if (Short.toUnsignedInt(bytes.getShort(at)) == tag) {
                return bytes.getInt(at + 8);
            }
        }
        return 0;
    }

    private ExifThumbnail() {}
}
