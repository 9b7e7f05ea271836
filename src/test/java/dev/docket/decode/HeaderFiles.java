package dev.docket.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Headers of TIFF, HEIF and JPEG XL files put together byte by byte, without any picture behind them. */
public final class HeaderFiles {
    private HeaderFiles() {}

    /** @param directories each a list of entries: tag, type (1 byte, 3 short, 4 long, 16 eight bytes) and one value */
    public static byte[] tiff(ByteOrder order, long[][]... directories) {
        int length = 8 + Arrays.stream(directories).mapToInt(d -> 6 + 12 * d.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(order);
        file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D)).putShort((short) 42).putInt(8);
        for (int i = 0; i < directories.length; i++) {
            file.putShort((short) directories[i].length);
            for (long[] entry : directories[i]) {
                file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1);
                file.put(value(entry, 4, order));
            }
            file.putInt(i + 1 < directories.length ? file.position() + 4 : 0);
        }
        return file.array();
    }

    /** A BigTIFF of one directory. */
    public static byte[] bigTiff(ByteOrder order, long[]... entries) {
        ByteBuffer file = ByteBuffer.allocate(16 + 8 + 20 * entries.length + 8).order(order);
        file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D)).putShort((short) 43).putShort((short) 8).putShort((short) 0);
        file.putLong(16).putLong(entries.length);
        for (long[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) entry[1]).putLong(1).put(value(entry, 8, order));
        }
        return file.array();
    }

    private static byte[] value(long[] entry, int room, ByteOrder order) {
        ByteBuffer value = ByteBuffer.allocate(room).order(order);
        switch ((int) entry[1]) {
            case 1 -> value.put((byte) entry[2]);
            case 3 -> value.putShort((short) entry[2]);
            case 16 -> value.putLong(entry[2]);
            default -> value.putInt((int) entry[2]);
        }
        return value.array();
    }

    public static byte[] box(String type, byte[]... parts) {
        byte[] body = joined(parts);
        return ByteBuffer.allocate(8 + body.length).putInt(8 + body.length).put(ascii(type)).put(body).array();
    }

    /** A box that states a version and flags. */
    public static byte[] fullBox(String type, int version, int flags, byte[]... parts) {
        return box(type, ints(version << 24 | flags), joined(parts));
    }

    public static byte[] ftyp(String major, String... compatible) {
        return box("ftyp", ascii(major), ints(0), ascii(String.join("", compatible)));
    }

    /** A meta box whose only item is coded so and has these properties, in this order. */
    public static byte[] meta(String coding, byte[]... properties) {
        byte[] associations = new byte[properties.length];
        for (int i = 0; i < properties.length; i++) {
            associations[i] = (byte) (i + 1);
        }
        return fullBox("meta", 0, 0,
                fullBox("pitm", 0, 0, shorts(1)),
                fullBox("iinf", 0, 0, shorts(1), fullBox("infe", 2, 0, shorts(1, 0), ascii(coding), new byte[1])),
                box("iprp", box("ipco", properties),
                        fullBox("ipma", 0, 0, ints(1), shorts(1), new byte[] {(byte) properties.length}, associations)));
    }

    public static byte[] ispe(int width, int height) {
        return fullBox("ispe", 0, 0, ints(width, height));
    }

    /** A movie box with one track of that many samples. */
    public static byte[] movie(String coding, int width, int height, int samples) {
        byte[] entry = box(coding, new byte[24], shorts(width, height), new byte[50]);
        byte[] table = box("stbl", fullBox("stsd", 0, 0, ints(1), entry), fullBox("stsz", 0, 0, ints(1, samples)));
        return box("moov", box("mvhd", new byte[100]), box("trak", box("mdia", box("minf", table))));
    }

    /** A JPEG XL codestream's first bytes: fields as value and number of bits, the lowest bit first. */
    public static byte[] jxl(long[]... fields) {
        byte[] file = new byte[64];
        file[0] = (byte) 0xFF;
        file[1] = 0x0A;
        int bit = 16;
        for (long[] field : fields) {
            for (int i = 0; i < field[1]; i++, bit++) {
                file[bit >> 3] |= (byte) ((field[0] >> i & 1) << (bit & 7));
            }
        }
        return file;
    }

    /** The signature box that a JPEG XL container begins with. */
    public static byte[] jxlSignature() {
        return box("JXL ", new byte[] {0x0D, 0x0A, (byte) 0x87, 0x0A});
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    public static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        Arrays.stream(values).forEach(v -> bytes.putShort((short) v));
        return bytes.array();
    }
}
