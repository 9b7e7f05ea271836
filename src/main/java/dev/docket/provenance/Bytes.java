package dev.docket.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading numbers and names out of a file at a place that was checked to lie inside it. */
final class Bytes {
    static int u8(byte[] file, int at) {
        return file[at] & 0xFF;
    }

    static int u16(byte[] file, int at) {
        return u8(file, at) << 8 | u8(file, at + 1);
    }

    static long u32(byte[] file, int at) {
        return (long) u16(file, at) << 16 | u16(file, at + 2);
    }

    static long u32LittleEndian(byte[] file, int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) u32(file, at)));
    }

    /** Whether Latin-1 {@code text} stands at {@code at}; false beyond the end. */
    static boolean stands(byte[] file, int at, String text) {
        if (at < 0 || at > file.length - text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(file, at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String latin1(byte[] file, int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Index of the first zero byte in from..to, or {@code to}. */
    static int zero(byte[] file, int from, int to) {
        int at = from;
        while (at < to && file[at] != 0) {
            at++;
        }
        return at;
    }

    static byte[] joined(byte[] a, byte[] b) {
        byte[] whole = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, whole, a.length, b.length);
        return whole;
    }

    private Bytes() {}
}
