package dev.docket.decode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Small TIFF files, one for each way of packing pixels that the reader knows, made on the spot. Source: TIFF 6.0. */
final class TiffSamples {
    private static final int SIDE = SkijaSamples.SIDE;
    private static final int GREY = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int INKS = 5;
    private static final int LUMA_AND_COLOURS = 6;

    private TiffSamples() {}

    static List<byte[]> all() {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] rgb = pixels(3);
        List<byte[]> files = new ArrayList<>();
        files.add(file(1, RGB, 3, 8, rgb));
        files.add(file(1, RGB, 3, 8, rgb, entry(34675, 7, linear)));
        files.add(file(1, RGB, 3, 16, pixels(6)));
        files.add(file(1, RGB, 4, 8, pixels(4), entry(338, 3, shorts(2))));
        files.add(file(1, GREY, 1, 8, pixels(1)));
        files.add(file(1, PALETTE, 1, 8, pixels(1), entry(320, 3, new byte[2 * 3 * 256])));
        files.add(file(1, INKS, 4, 8, pixels(4)));
        files.add(file(32773, RGB, 3, 8, packBits(rgb)));
        files.add(file(5, RGB, 3, 8, lzw(rgb)));
        files.add(file(8, RGB, 3, 8, deflated(rgb)));
        files.add(file(8, RGB, 3, 8, deflated(rgb), entry(317, 3, shorts(2))));
        files.add(file(7, LUMA_AND_COLOURS, 3, 8, SkijaSamples.jpeg()));
        // each of the rows white, like the one above
        files.add(file(4, 0, 1, 1, new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0, 0x10, 1}));
        return files;
    }

    private static byte[] pixels(int perPixel) {
        byte[] pixels = new byte[SIDE * SIDE * perPixel];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        return pixels;
    }

    private record Entry(int tag, int type, byte[] values) {}

    private static Entry entry(int tag, int type, byte[] values) {
        return new Entry(tag, type, values);
    }

    private static byte[] file(int compression, int photometric, int samples, int bits, byte[] strip, Entry... more) {
        short[] depth = new short[samples];
        Arrays.fill(depth, (short) bits);
        byte[] depths = new byte[2 * samples];
        ByteBuffer.wrap(depths).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(depth);
        List<Entry> entries = new ArrayList<>(List.of(entry(256, 3, shorts(SIDE)), entry(257, 3, shorts(SIDE)), entry(258, 3, depths),
                entry(259, 3, shorts(compression)), entry(262, 3, shorts(photometric)), entry(273, 4, ints(8)), entry(277, 3, shorts(samples)),
                entry(278, 3, shorts(SIDE)), entry(279, 4, ints(strip.length))));
        entries.addAll(List.of(more));
        int directory = 8 + strip.length + (strip.length & 1);
        int beyond = directory + 6 + 12 * entries.size();
        int length = beyond + entries.stream().mapToInt(e -> e.values().length + 1).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).put(strip).position(directory);
        file.putShort((short) entries.size());
        for (Entry entry : entries) {
            int size = entry.type() == 3 ? 2 : entry.type() == 4 ? 4 : 1;
            file.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.values().length / size);
            if (entry.values().length <= 4) {
                file.put(Arrays.copyOf(entry.values(), 4));
            } else {
                file.putInt(beyond).put(beyond, entry.values());
                beyond += entry.values().length + (entry.values().length & 1);
            }
        }
        return file.array();
    }

    private static byte[] shorts(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    private static byte[] ints(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    /** Literal runs only. */
    private static byte[] packBits(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < plain.length; at += 128) {
            int run = Math.min(128, plain.length - at);
            out.write(run - 1);
            out.write(plain, at, run);
        }
        return out.toByteArray();
    }

    /** Codes of 9 bits for the bytes as they are; the table is cleared before it wants longer ones. */
    private static byte[] lzw(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < plain.length; i++) {
            if (i % 200 == 0) {
                codes.add(256);
            }
            codes.add(plain[i] & 0xFF);
        }
        codes.add(257);
        for (int code : codes) {
            held = held << 9 | code;
            bits += 9;
            for (; bits >= 8; bits -= 8) {
                out.write(held >> bits - 8);
            }
        }
        out.write(held << 8 - bits);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] plain) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length + 100];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }
}
