package dev.docket.hash;

import java.util.Arrays;

/**
 * Multi-index hashing: hashes cut into 16 parts of 16 bits, and for each part a table of which hashes have which value.
 * Of two hashes that differ in at most 31 bits one part differs in at most one, or the bits would be 32; so looking up
 * each part of a hash, as it is and with each of its bits turned, misses nothing. Source: M. Norouzi, A. Punjani, D. J.
 * Fleet, Fast Exact Search in Hamming Space with Multi-Index Hashing, 2014.
 */
final class HashTables {
    private static final int PARTS = 16;
    private static final int PART_BITS = 16;
    private static final int VALUES = 1 << PART_BITS;
    /** Looking up one hash costs as much as comparing with dozens in a row: with more to look up than this share, it does not pay. */
    private static final int WORTHWHILE = 32;

    /** {@code starts[part * (VALUES + 1) + value]} is where the value's hashes begin in {@code places[part]}. */
    private final int[] starts = new int[PARTS * (VALUES + 1)];
    private final int[][] places;
    private final int size;

    HashTables(long[]... words) {
        size = words[0].length;
        places = new int[PARTS][size];
        for (int part = 0; part < PARTS; part++) {
            fill(part, words[part / 4]);
        }
    }

    /** What the tables of a block take. */
    static long bytes(int blockSize) {
        return (long) Integer.BYTES * PARTS * (VALUES + 1 + blockSize);
    }

    private void fill(int part, long[] word) {
        int base = part * (VALUES + 1);
        for (long each : word) {
            starts[base + value(each, part) + 1]++;
        }
        for (int value = 0; value < VALUES; value++) {
            starts[base + value + 1] += starts[base + value];
        }
        int[] next = Arrays.copyOfRange(starts, base, base + VALUES);
        for (int place = 0; place < size; place++) {
            places[part][next[value(word[place], part)]++] = place;
        }
    }

    private static int value(long word, int part) {
        return (int) (word >>> PART_BITS * (part % 4)) & VALUES - 1;
    }

    private static int value(PerceptualHash hash, int part) {
        return value(switch (part / 4) {
            case 0 -> hash.w0();
            case 1 -> hash.w1();
            case 2 -> hash.w2();
            default -> hash.w3();
        }, part);
    }

    /** Adds the places within the distance, each once; or returns false when a scan is the shorter way. */
    boolean within(PerceptualHash hash, int distance, HashBlock block, HashIndex.Places found) {
        int turned = distance / PARTS;
        if (turned > 1 || candidates(hash, turned) > size / WORTHWHILE) {
            return false;
        }
        for (int part = 0; part < PARTS; part++) {
            int value = value(hash, part);
            look(part, value, hash, distance, block, found);
            for (int bit = 0; bit < PART_BITS * turned; bit++) {
                look(part, value ^ 1 << bit, hash, distance, block, found);
            }
        }
        return true;
    }

    private long candidates(PerceptualHash hash, int turned) {
        long sum = 0;
        for (int part = 0; part < PARTS; part++) {
            int value = value(hash, part);
            sum += count(part, value);
            for (int bit = 0; bit < PART_BITS * turned; bit++) {
                sum += count(part, value ^ 1 << bit);
            }
        }
        return sum;
    }

    private int count(int part, int value) {
        int at = part * (VALUES + 1) + value;
        return starts[at + 1] - starts[at];
    }

    private void look(int part, int value, PerceptualHash hash, int distance, HashBlock block, HashIndex.Places found) {
        int at = part * (VALUES + 1) + value;
        for (int i = starts[at]; i < starts[at + 1]; i++) {
            int place = places[part][i];
            if (block.isWithin(place, hash, distance) && isFirst(part, place, hash, distance / PARTS, block)) {
                found.add(place);
            }
        }
    }

    /** Whether no earlier part leads to this hash as well. */
    private static boolean isFirst(int part, int place, PerceptualHash hash, int turned, HashBlock block) {
        for (int earlier = 0; earlier < part; earlier++) {
            if (Integer.bitCount(value(hash, earlier) ^ value(block.word(place, earlier / 4), earlier)) <= turned) {
                return false;
            }
        }
        return true;
    }
}
