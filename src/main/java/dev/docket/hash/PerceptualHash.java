package dev.docket.hash;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.HexFormat;

/**
 * A PDQ hash: 256 bits that stay close when a picture is re-encoded or scaled.
 *
 * @param w0 bits 255..192, the first 16 hex digits
 * @param w1 bits 191..128
 * @param w2 bits 127..64
 * @param w3 bits 63..0, the last 16 hex digits
 * @param quality 0..100, how much structure the picture has; below 50 the hash says little
 */
public record PerceptualHash(long w0, long w1, long w2, long w3, int quality) {
    /** Stands for a picture too small to have a hash, or one that nobody could decode. It is like no other. */
    public static final PerceptualHash NONE = new PerceptualHash(0, 0, 0, 0, 0);

    /** @param hex 64 hexadecimal digits, as PDQ tools print them */
    public static PerceptualHash fromHex(String hex, int quality) {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("A PDQ hash has 64 hex digits, not " + hex.length());
        }
        return new PerceptualHash(
                HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32),
                HexFormat.fromHexDigitsToLong(hex, 32, 48), HexFormat.fromHexDigitsToLong(hex, 48, 64), quality);
    }

    /** @param bytes the 32 bytes that {@link #hex} writes as digits */
    static PerceptualHash fromBytes(byte[] bytes, int quality) {
        LongBuffer words = ByteBuffer.wrap(bytes).asLongBuffer();
        return new PerceptualHash(words.get(0), words.get(1), words.get(2), words.get(3), quality);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(w0) + hex.toHexDigits(w1) + hex.toHexDigits(w2) + hex.toHexDigits(w3);
    }

    /** Hamming distance, 0..256. */
    public int distance(PerceptualHash other) {
        return Long.bitCount(w0 ^ other.w0) + Long.bitCount(w1 ^ other.w1)
                + Long.bitCount(w2 ^ other.w2) + Long.bitCount(w3 ^ other.w3);
    }
}
