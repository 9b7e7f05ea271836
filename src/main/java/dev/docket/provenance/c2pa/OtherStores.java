package dev.docket.provenance.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The manifest store in GIF, TIFF and JPEG XL, as strictly as {@link Store} has it: each method gives none where it is not wrapped
 * as it has to be, or ends outside the file with an {@link IndexOutOfBoundsException}. C2PA 2.3, A.3; GIF89a; TIFF 6.0; ISO/IEC 18181-2.
 */
final class OtherStores {
    private static final byte[] GIF_NAME = "C2PA_GIF\1\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TIFF_TAG = 0xCD41;
    private static final int TIFF_UNDEFINED = 7;
    private static final int TIFF_FIELD = 12;
    private static final int JUMB = 0x6A756D62;
    private static final int JUMD = 0x6A756D64;
    private static final int C2PA = 0x63327061;

    /** An application extension before the first picture, its data in full sub-blocks but for the last. */
    static Optional<byte[]> gif(ByteBuffer file) {
        int flags = file.get(10);
        for (int at = 13 + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1); file.get(at) == 0x21; ) {
            boolean ours = file.get(at + 1) == (byte) 0xFF && file.get(at + 2) == GIF_NAME.length && Arrays.equals(Store.slice(file, at + 3, at + 3 + GIF_NAME.length), GIF_NAME);
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            boolean full = true;
            int block = ours ? at + 3 + GIF_NAME.length : at + 2;
            for (int length = file.get(block) & 0xFF; length > 0; length = file.get(block) & 0xFF) {
                if (ours && !full) {
                    return Optional.empty();
                }
                full = length == 0xFF;
                data.writeBytes(Store.slice(file, block + 1, block + 1 + length));
                block += 1 + length;
            }
            if (ours) {
                return Optional.of(data.toByteArray());
            }
            at = block + 1;
        }
        return Optional.empty();
    }

    /** One field of the first directory, of type "undefined". */
    static Optional<byte[]> tiff(ByteBuffer file) {
        file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = file.getInt(4);
        int fields = Short.toUnsignedInt(file.getShort(first));
        for (int i = 0; i < fields; i++) {
            int at = first + 2 + i * TIFF_FIELD;
            if (Short.toUnsignedInt(file.getShort(at)) == TIFF_TAG) {
                int from = file.getInt(at + 8);
                return file.getShort(at + 2) == TIFF_UNDEFINED && from >= 0 && file.getInt(at + 4) > 4
                        ? Optional.of(Store.slice(file, from, Math.addExact(from, file.getInt(at + 4)))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The one box {@code jumb} between the others that is a store. */
    static Optional<byte[]> jpegXl(ByteBuffer file) {
        Optional<byte[]> found = Optional.empty();
        for (long at = 0; at + 8 <= file.capacity(); ) {
            int from = (int) at;
            long size = Integer.toUnsignedLong(file.getInt(from));
            long length = size == 1 ? file.getLong(from + 8) : size == 0 ? file.capacity() - at : size;
            if (length < 8 || length > file.capacity() - at) {
                return Optional.empty();
            }
            if (file.getInt(from + 4) == JUMB && length > 32 && file.getInt(from + 12) == JUMD && file.getInt(from + 16) == C2PA) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(Store.slice(file, from, (int) (at + length)));
            }
            at += length;
        }
        return found;
    }

    private OtherStores() {}
}
