package dev.docket.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what they name, so that the same thing filed twice is the same row and no counter is needed. */
public final class NaturalId {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NaturalId() {}

    /** UUIDv8 (RFC 9562) from the SHA-256 of the parts' UTF-8, a zero byte between them. */
    public static UUID of(String... parts) {
        byte[] name = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(ContentHash.of(name).bytes());
        long high = digest.getLong() & ~0xF000L | VERSION_8;
        long low = digest.getLong() & ~0xC000_0000_0000_0000L | VARIANT;
        return new UUID(high, low);
    }
}
