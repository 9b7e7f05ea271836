package dev.docket.audit.seal;

import dev.docket.storage.ContentHash;
import java.security.MessageDigest;

/** How hashes are put together in a Merkle tree: RFC 9162, section 2.1.1. */
final class Merkle {
    /** The root of a tree without leaves: SHA-256 of nothing. */
    static final ContentHash EMPTY = ContentHash.of(new byte[0]);

    private static final byte NODE = 1;

    private Merkle() {}

    /** SHA-256(0x01 || left || right). */
    static ContentHash node(ContentHash left, ContentHash right) {
        MessageDigest digest = ContentHash.sha256();
        digest.update(NODE);
        digest.update(left.bytes());
        digest.update(right.bytes());
        return ContentHash.fromDigest(digest.digest());
    }

    /** The largest power of two below a size of at least 2. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
