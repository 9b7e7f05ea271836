package dev.docket.hash;

import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes in memory, scanned from end to end: about 1 ms for a million. 64 bytes each. One thread at a time.
 *
 * <p>The words lie in arrays of their own, since two of the four rule out nearly every hash.
 */
final class HashIndex {
    private static final int FIRST_SIZE = 1024;
    private static final int ADDRESS = 32;

    private long[] w0 = new long[FIRST_SIZE];
    private long[] w1 = new long[FIRST_SIZE];
    private long[] w2 = new long[FIRST_SIZE];
    private long[] w3 = new long[FIRST_SIZE];
    private byte[] addresses = new byte[FIRST_SIZE * ADDRESS];
    private int size;

    void add(ContentHash image, PerceptualHash hash) {
        if (size == w0.length) {
            grow();
        }
        w0[size] = hash.w0();
        w1[size] = hash.w1();
        w2[size] = hash.w2();
        w3[size] = hash.w3();
        System.arraycopy(image.bytes(), 0, addresses, size * ADDRESS, ADDRESS);
        size++;
    }

    private void grow() {
        int larger = Math.multiplyExact(size, 2);
        w0 = Arrays.copyOf(w0, larger);
        w1 = Arrays.copyOf(w1, larger);
        w2 = Arrays.copyOf(w2, larger);
        w3 = Arrays.copyOf(w3, larger);
        addresses = Arrays.copyOf(addresses, Math.multiplyExact(larger, ADDRESS));
    }

    /** The pictures whose hashes differ in at most this many bits, in no order. */
    List<ContentHash> within(PerceptualHash hash, int distance) {
        List<ContentHash> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int bits = Long.bitCount(w0[i] ^ hash.w0()) + Long.bitCount(w1[i] ^ hash.w1());
            if (bits <= distance
                    && bits + Long.bitCount(w2[i] ^ hash.w2()) + Long.bitCount(w3[i] ^ hash.w3()) <= distance) {
                found.add(ContentHash.fromDigest(Arrays.copyOfRange(addresses, i * ADDRESS, (i + 1) * ADDRESS)));
            }
        }
        return found;
    }
}
