package dev.docket.watermark.copy;

import java.util.OptionalLong;

/**
 * The 64 bits that a copy carries: 8 of kind and version, 32 of the copy's number, 24 of a checksum over both. They are turned
 * over by a fixed pattern, so that a picture of one colour, which reads as all zeros or all ones, is no frame.
 */
final class MarkFrame {
    static final int BITS = 64;
    private static final long KIND = 0xD1;
    private static final long PATTERN = 0x9E3779B97F4A7C15L;
    /** CRC-24 of RFC 9580, which finds what is left of wrong frames but for one in 16 million. */
    private static final int POLYNOMIAL = 0x1864CFB;
    private static final int START = 0xB704CE;

    private MarkFrame() {}

    /** @param number 0..2^32-1 */
    static long of(long number) {
        long head = KIND << 32 | number;
        return (head << 24 | checksum(head)) ^ PATTERN;
    }

    /** The number in a frame; empty when it is none. */
    static OptionalLong number(long bits) {
        long frame = bits ^ PATTERN;
        long head = frame >>> 24;
        return head >>> 32 == KIND && (frame & 0xffffff) == checksum(head) ? OptionalLong.of(head & 0xffffffffL) : OptionalLong.empty();
    }

    private static long checksum(long head) {
        int crc = START;
        for (int shift = 32; shift >= 0; shift -= 8) {
            crc ^= (int) (head >>> shift & 0xff) << 16;
            for (int i = 0; i < 8; i++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= POLYNOMIAL;
                }
            }
        }
        return crc & 0xffffff;
    }
}
