package dev.docket.hash;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Hashes in memory, each under the number its row has in the table. One thread at a time. */
final class NumberedHashes {
    private final HashIndex index = new HashIndex();
    private long[] numbers = new long[16];

    void add(long number, PerceptualHash hash) {
        int place = index.add(hash);
        if (place == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(place, 2));
        }
        numbers[place] = number;
    }

    /** The numbers of the hashes within the distance. */
    LongStream within(PerceptualHash hash, int distance) {
        return Arrays.stream(index.within(hash, distance)).mapToLong(place -> numbers[place]);
    }
}
