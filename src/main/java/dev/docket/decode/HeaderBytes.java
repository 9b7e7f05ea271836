package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an untrusted file, read at checked positions: reading past the end says that the file ends early. */
final class HeaderBytes {
    private final byte[] file;

    HeaderBytes(byte[] file) {
        this.file = file;
    }

    int length() {
        return file.length;
    }

    /** Whether the file has the given bytes (0..255 each) at this position. */
    boolean has(int at, int... bytes) {
        if (at < 0 || at > file.length - bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the file has this ASCII text at this position. */
    boolean has(int at, String ascii) {
        byte[] text = ascii.getBytes(StandardCharsets.US_ASCII);
        return at >= 0 && at <= file.length - text.length
                && Arrays.equals(file, at, at + text.length, text, 0, text.length);
    }

    /** Up to {@code length} bytes from the start, each taken as one character. */
    String start(int length) {
        return new String(file, 0, Math.min(length, file.length), StandardCharsets.ISO_8859_1);
    }

    /** Bytes at this position, each taken as one character. */
    String text(long at, int length) throws UndecodableImageException {
        if (at < 0 || at > file.length - length) {
            throw endsEarly();
        }
        return new String(file, (int) at, length, StandardCharsets.ISO_8859_1);
    }

    /** A copy of the bytes between two positions. */
    byte[] bytes(long from, long to) throws UndecodableImageException {
        if (from < 0 || to > file.length || from > to) {
            throw endsEarly();
        }
        return Arrays.copyOfRange(file, (int) from, (int) to);
    }

    int u8(long at) throws UndecodableImageException {
        if (at < 0 || at >= file.length) {
            throw endsEarly();
        }
        return file[(int) at] & 0xFF;
    }

    int u16be(long at) throws UndecodableImageException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(long at) throws UndecodableImageException {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(long at) throws UndecodableImageException {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32be(long at) throws UndecodableImageException {
        return (long) u16be(at) << 16 | u16be(at + 2);
    }

    long u32le(long at) throws UndecodableImageException {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    /** Says that the file stops before its header does. */
    UndecodableImageException endsEarly() {
        return new UndecodableImageException(State.DAMAGED,
                "The file ends early: its header is cut off after " + file.length + (file.length == 1 ? " byte" : " bytes"));
    }
}
