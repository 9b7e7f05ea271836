package dev.docket.provenance.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Takes the manifest store out of a picture of any kind that {@link MediaType} knows, strictly: the validator reads over bytes
 * of the wrapping that no signature covers. C2PA 2.2, appendix A.3; ISO/IEC 19566-5 for JPEG.
 */
final class Store {
    private static final byte[] BOX_UUID = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    private static final byte[] PURPOSE = "manifest\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The JUMBF superbox; empty when there is none that is wrapped as it has to be. */
    static Optional<byte[]> in(byte[] file, String mediaType) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            return switch (mediaType) {
                case "image/jpeg" -> jpeg(bytes);
                case "image/png" -> png(bytes);
                case "image/webp" -> webp(bytes);
                case "image/gif" -> OtherStores.gif(bytes);
                case "image/tiff" -> OtherStores.tiff(bytes);
                case "image/jxl" -> OtherStores.jpegXl(bytes);
                default -> box(bytes);
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Segments APP11 of one box instance, numbered from 1, each with the box's header once more. */
    private static Optional<byte[]> jpeg(ByteBuffer file) {
        ByteArrayOutputStream store = new ByteArrayOutputStream();
        int instance = -1;
        int sequence = 0;
        for (int at = 2; at + 4 <= file.capacity() && file.get(at) == (byte) 0xFF && file.get(at + 1) != (byte) 0xDA; ) {
            int end = at + 2 + Short.toUnsignedInt(file.getShort(at + 2));
            if (file.get(at + 1) == (byte) 0xEB && end - at >= 20 && file.getShort(at + 4) == 0x4A50) {
                int of = Short.toUnsignedInt(file.getShort(at + 6));
                if (sequence == 0 && isStore(file, at + 12)) {
                    instance = of;
                }
                if (of == instance) {
                    if (file.getInt(at + 8) != ++sequence || sequence > 1 && !Arrays.equals(slice(file, at + 12, at + 20), Arrays.copyOf(store.toByteArray(), 8))) {
                        return Optional.empty();
                    }
                    store.writeBytes(slice(file, sequence == 1 ? at + 12 : at + 20, end));
                }
            }
            at = end;
        }
        return sequence == 0 ? Optional.empty() : Optional.of(store.toByteArray());
    }

    private static boolean isStore(ByteBuffer file, int at) {
        return at + 24 <= file.capacity() && file.getInt(at + 16) == 0x63327061;
    }

    private static Optional<byte[]> png(ByteBuffer file) {
        for (int at = 8; at + 12 <= file.capacity(); at += 12 + file.getInt(at)) {
            int length = file.getInt(at);
            if (length < 0) {
                return Optional.empty();
            }
            if (file.getInt(at + 4) == 0x63614258) {
                CRC32 crc = new CRC32();
                crc.update(slice(file, at + 4, at + 8 + length));
                return (int) crc.getValue() == file.getInt(at + 8 + length) ? Optional.of(slice(file, at + 8, at + 8 + length)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> webp(ByteBuffer file) {
        for (int at = 12; at + 8 <= file.capacity(); ) {
            int length = Integer.reverseBytes(file.getInt(at + 4));
            if (length < 0) {
                return Optional.empty();
            }
            if (file.getInt(at) == 0x43325041) {
                return Optional.of(slice(file, at + 8, at + 8 + length));
            }
            at = Math.addExact(at + 8, length + (length & 1));
        }
        return Optional.empty();
    }

    /** A box {@code uuid} with version and flags 0, the purpose, and where hashes of fragments lie: nowhere, in a picture. */
    private static Optional<byte[]> box(ByteBuffer file) {
        for (long at = 0; at + 24 <= file.capacity(); ) {
            int from = (int) at;
            long size = Integer.toUnsignedLong(file.getInt(from));
            int header = size == 1 ? 16 : 8;
            long length = size == 1 ? file.getLong(from + 8) : size == 0 ? file.capacity() - at : size;
            if (length < header || length > file.capacity() - at) {
                return Optional.empty();
            }
            int body = from + header;
            if (file.getInt(from + 4) == 0x75756964 && length > header + 37 && Arrays.equals(slice(file, body, body + 16), BOX_UUID)) {
                boolean plain = file.getInt(body + 16) == 0 && Arrays.equals(slice(file, body + 20, body + 29), PURPOSE) && file.getLong(body + 29) == 0;
                return plain ? Optional.of(slice(file, body + 37, (int) (at + length))) : Optional.empty();
            }
            at += length;
        }
        return Optional.empty();
    }

    static byte[] slice(ByteBuffer file, int from, int to) {
        if (from > to || to > file.capacity()) {
            throw new IndexOutOfBoundsException(to);
        }
        return Arrays.copyOfRange(file.array(), from, to);
    }

    private Store() {}
}
