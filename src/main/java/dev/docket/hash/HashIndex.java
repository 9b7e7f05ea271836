package dev.docket.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes in memory, found by likeness. Every answer is exact: the same as comparing with each hash.
 *
 * <p>Up to five million hashes are compared one by one, 32 bytes each. From then on, full blocks of a million get tables
 * (see {@link HashTables}), 68 bytes more a hash, as long as these fit into a quarter of the heap. Adding is for one
 * thread; several may search while nobody adds.
 */
public final class HashIndex {
    private static final int BLOCK = 1 << 20;
    private static final int TABLES_FROM = 5_000_000;

    private final int blockSize;
    private final int tablesFrom;
    private final long roomForTables;
    private final List<HashBlock> blocks = new ArrayList<>();
    private int size;

    public HashIndex() {
        this(BLOCK, TABLES_FROM, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * @param blockSize hashes to a block
     * @param tablesFrom size from which full blocks get tables
     * @param roomForTables bytes that all tables may take
     */
    HashIndex(int blockSize, int tablesFrom, long roomForTables) {
        this.blockSize = blockSize;
        this.tablesFrom = tablesFrom;
        this.roomForTables = roomForTables;
    }

    /**
     * Adds a hash and returns its place: 0, 1, 2 ... From five million on, the one that fills a block makes tables, which takes
     * a quarter of a second; the five-millionth makes those of all blocks.
     */
    public int add(PerceptualHash hash) {
        if (size % blockSize == 0) {
            blocks.add(new HashBlock(blockSize));
        }
        blocks.getLast().add(hash);
        size++;
        if (size >= tablesFrom && (size == tablesFrom || size % blockSize == 0)) {
            makeTables();
        }
        return size - 1;
    }

    private void makeTables() {
        long each = HashTables.bytes(blockSize);
        long room = roomForTables;
        for (HashBlock block : blocks) {
            room -= each;
            if (room >= 0 && block.isFull()) {
                block.makeTables();
            }
        }
    }

    public int size() {
        return size;
    }

    /** The places of the hashes that differ in at most {@code distance} bits, ascending. Quality is not looked at. */
    public int[] within(PerceptualHash hash, int distance) {
        Places found = new Places();
        for (int i = 0; i < blocks.size(); i++) {
            int first = found.count;
            blocks.get(i).within(hash, distance, found);
            found.moved(first, i * blockSize);
        }
        return Arrays.copyOf(found.places, found.count);
    }

    /** How many bits the hash at this place differs in. */
    int distance(int place, PerceptualHash hash) {
        return blocks.get(place / blockSize).distance(place % blockSize, hash);
    }

    /** A growing list of places. */
    static final class Places {
        private int[] places = new int[8];
        private int count;

        void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = place;
        }

        /** Sorts the places found from {@code first} on, and turns places in a block into places in the index. */
        private void moved(int first, int by) {
            Arrays.sort(places, first, count);
            for (int i = first; i < count; i++) {
                places[i] += by;
            }
        }
    }
}
