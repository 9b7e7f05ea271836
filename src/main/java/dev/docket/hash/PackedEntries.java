package dev.docket.hash;

import dev.docket.storage.StorageException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Entries of one kind in one array: hash, the second from which on each matches no more, and the number of its label.
 * Millions of them are read, merged and stored this way. One thread; several once nobody adds.
 */
final class PackedEntries {
    /** The end of what never ends. */
    static final long NEVER = Long.MAX_VALUE;
    /** In place of a label: the entry is to be taken away. */
    static final int WITHDRAWN = -1;

    private static final int MOST = 40_000_000;

    private final int hashBytes;
    private final int recordBytes;
    private byte[] records = new byte[0];
    private int size;

    PackedEntries(HashKind kind) {
        hashBytes = kind.bytes();
        recordBytes = hashBytes + Long.BYTES + Integer.BYTES;
    }

    int size() {
        return size;
    }

    void add(byte[] hash, long ends, int label) {
        room(1);
        ByteBuffer.wrap(records, size * recordBytes, recordBytes).put(hash, 0, hashBytes).putLong(ends).putInt(label);
        size++;
    }

    private void room(int more) {
        if (size + (long) more > MOST) {
            throw new StorageException("A hash bank holds at most " + MOST + " hashes of a kind. Part the list over several banks.");
        }
        if (records.length < Math.multiplyExact(size + more, recordBytes)) {
            records = Arrays.copyOf(records, Math.max((size + more) * recordBytes, (int) Math.min(Integer.MAX_VALUE - 64, records.length * 2L)));
        }
    }

    byte[] hash(int place) {
        int at = place * recordBytes;
        return Arrays.copyOfRange(records, at, at + hashBytes);
    }

    long ends(int place) {
        return ByteBuffer.wrap(records).getLong(place * recordBytes + hashBytes);
    }

    int label(int place) {
        return ByteBuffer.wrap(records).getInt(place * recordBytes + hashBytes + Long.BYTES);
    }

    /** Appends records as {@link #part} gave them. */
    void addPart(byte[] part) {
        room(part.length / recordBytes);
        System.arraycopy(part, 0, records, size * recordBytes, part.length);
        size += part.length / recordBytes;
    }

    /** The records from a place on, at most so many. */
    byte[] part(int from, int count) {
        return Arrays.copyOfRange(records, from * recordBytes, Math.min(size, from + count) * recordBytes);
    }

    /** Where the hash stands among sorted entries, or below 0 when it is not there. */
    int find(byte[] hash) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Arrays.compareUnsigned(records, middle * recordBytes, middle * recordBytes + hashBytes, hash, 0, hashBytes);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Sorts by hash; entries of one hash keep their order. */
    void sort() {
        byte[] from = records;
        byte[] to = new byte[from.length];
        for (int run = 1; run < size; run *= 2) {
            for (int left = 0; left < size; left += 2 * run) {
                merge(from, left, Math.min(size, left + run), Math.min(size, left + 2 * run), to);
            }
            byte[] swapped = from;
            from = to;
            to = swapped;
        }
        records = from;
    }

    private void merge(byte[] from, int left, int middle, int end, byte[] to) {
        int a = left;
        int b = middle;
        for (int at = left; at < end; at++) {
            boolean first = b == end || a < middle && order(from, a, from, b) <= 0;
            System.arraycopy(from, (first ? a++ : b++) * recordBytes, to, at * recordBytes, recordBytes);
        }
    }

    private int order(byte[] a, int placeOfA, byte[] b, int placeOfB) {
        return Arrays.compareUnsigned(a, placeOfA * recordBytes, placeOfA * recordBytes + hashBytes, b, placeOfB * recordBytes, placeOfB * recordBytes + hashBytes);
    }

    /** What applying changes came to. */
    record Changed(PackedEntries entries, long added, long withdrawn) {}

    /** These sorted entries after sorted changes; of several changes to one hash the last counts. */
    Changed with(HashKind kind, PackedEntries changes) {
        PackedEntries result = new PackedEntries(kind);
        result.room(size + changes.size);
        long added = 0;
        long withdrawn = 0;
        int old = 0;
        for (int i = 0; i < changes.size; i++) {
            if (i + 1 < changes.size && order(changes.records, i, changes.records, i + 1) == 0) {
                continue;
            }
            int first = old;
            while (old < size && order(records, old, changes.records, i) < 0) {
                old++;
            }
            result.copy(this, first, old);
            boolean known = old < size && order(records, old, changes.records, i) == 0;
            old += known ? 1 : 0;
            if (changes.label(i) == WITHDRAWN) {
                withdrawn += known ? 1 : 0;
            } else {
                result.copy(changes, i, i + 1);
                added += known ? 0 : 1;
            }
        }
        result.copy(this, old, size);
        return new Changed(result, added, withdrawn);
    }

    private void copy(PackedEntries other, int from, int to) {
        System.arraycopy(other.records, from * recordBytes, records, size * recordBytes, (to - from) * recordBytes);
        size += to - from;
    }
}
