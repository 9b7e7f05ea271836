package dev.docket.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of some bytes: the address under which an image is stored and the name by which everything refers to it. */
public final class ContentHash implements Comparable<ContentHash> {
    private final byte[] sha256;

    private ContentHash(byte[] sha256) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes, not " + sha256.length);
        }
        this.sha256 = sha256.clone();
    }

    public static ContentHash of(byte[] content) {
        return new ContentHash(sha256().digest(content));
    }

    /** @param digest the 32 bytes of a SHA-256 */
    public static ContentHash fromDigest(byte[] digest) {
        return new ContentHash(digest);
    }

    /** @param hex 64 hexadecimal digits */
    @JsonCreator
    public static ContentHash fromHex(String hex) {
        return new ContentHash(HexFormat.of().parseHex(hex));
    }

    /** A fresh SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return sha256.clone();
    }

    /** 64 lower-case hexadecimal digits; also its form in JSON. */
    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    @Override
    public int compareTo(ContentHash other) {
        return Arrays.compareUnsigned(sha256, other.sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash that && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    /** The hex form. */
    @Override
    public String toString() {
        return hex();
    }
}
