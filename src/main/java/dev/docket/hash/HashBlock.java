package dev.docket.hash;

import java.util.Arrays;

/** Some hashes, word by word in arrays of their own: two of the four words rule out nearly every hash. */
final class HashBlock {
    private static final int FIRST_SIZE = 64;
    /** Hashes compared before the outcome is looked at: a loop without a way out is vectorised. */
    private static final int STEP = 512;

    private final int capacity;
    private long[] w0;
    private long[] w1;
    private long[] w2;
    private long[] w3;
    private int size;
    private HashTables tables;

    HashBlock(int capacity) {
        this.capacity = capacity;
        int first = Math.min(capacity, FIRST_SIZE);
        w0 = new long[first];
        w1 = new long[first];
        w2 = new long[first];
        w3 = new long[first];
    }

    boolean isFull() {
        return size == capacity;
    }

    void add(PerceptualHash hash) {
        if (size == w0.length) {
            int larger = Math.min(capacity, size * 2);
            w0 = Arrays.copyOf(w0, larger);
            w1 = Arrays.copyOf(w1, larger);
            w2 = Arrays.copyOf(w2, larger);
            w3 = Arrays.copyOf(w3, larger);
        }
        w0[size] = hash.w0();
        w1[size] = hash.w1();
        w2[size] = hash.w2();
        w3[size] = hash.w3();
        size++;
    }

    /** For a full block; does nothing when it has tables. */
    void makeTables() {
        if (tables == null) {
            tables = new HashTables(w0, w1, w2, w3);
        }
    }

    /** Adds the places, counted from the block's begin, in no order. */
    void within(PerceptualHash hash, int distance, HashIndex.Places found) {
        if (tables == null || !tables.within(hash, distance, this, found)) {
            scan(hash, distance, found);
        }
    }

    private void scan(PerceptualHash hash, int distance, HashIndex.Places found) {
        for (int from = 0; from < size; from += STEP) {
            int to = Math.min(size, from + STEP);
            if (nearest(w0, w1, from, to, hash.w0(), hash.w1()) <= distance) {
                for (int i = from; i < to; i++) {
                    if (isWithin(i, hash, distance)) {
                        found.add(i);
                    }
                }
            }
        }
    }

    /** The smallest distance of the first two words. */
    private static int nearest(long[] w0, long[] w1, int from, int to, long q0, long q1) {
        int nearest = 128;
        for (int i = from; i < to; i++) {
            nearest = Math.min(nearest, Long.bitCount(w0[i] ^ q0) + Long.bitCount(w1[i] ^ q1));
        }
        return nearest;
    }

    boolean isWithin(int place, PerceptualHash hash, int distance) {
        int bits = Long.bitCount(w0[place] ^ hash.w0()) + Long.bitCount(w1[place] ^ hash.w1());
        return bits <= distance && bits + Long.bitCount(w2[place] ^ hash.w2()) + Long.bitCount(w3[place] ^ hash.w3()) <= distance;
    }

    int distance(int place, PerceptualHash hash) {
        return Long.bitCount(w0[place] ^ hash.w0()) + Long.bitCount(w1[place] ^ hash.w1())
                + Long.bitCount(w2[place] ^ hash.w2()) + Long.bitCount(w3[place] ^ hash.w3());
    }

    /** The 64 bits that hold a part. */
    long word(int place, int word) {
        return switch (word) {
            case 0 -> w0[place];
            case 1 -> w1[place];
            case 2 -> w2[place];
            default -> w3[place];
        };
    }
}
