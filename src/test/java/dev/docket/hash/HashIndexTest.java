package dev.docket.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HashIndexTest {
    private static final int BLOCK = 3000;
    private static final int[] DISTANCES = {0, 1, 15, 16, 31, 32, 70, 256};

    /** With which parts of the index hashes are found. */
    private enum Kind {
        SCANNED(Integer.MAX_VALUE, Long.MAX_VALUE), WITH_TABLES(2 * BLOCK, Long.MAX_VALUE), WITH_TABLES_FOR_ONE_BLOCK(1, HashTables.bytes(BLOCK));

        private final int tablesFrom;
        private final long room;

        Kind(int tablesFrom, long room) {
            this.tablesFrom = tablesFrom;
            this.room = room;
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatComparingWithEachHashFinds(Kind kind) {
        Random random = new Random(1);
        equalsComparing(kind, random, Hashes.uniform(random));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSameAmongHashesThatCrowd(Kind kind) {
        Random random = new Random(2);
        equalsComparing(kind, random, Hashes.crowded(random));
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryOneOfManyEqualHashes(Kind kind) {
        PerceptualHash same = Hashes.uniform(new Random(3)).get();
        equalsComparing(kind, new Random(3), () -> same);
    }

    /** Compares while the index grows, so that every state of it is seen. */
    private static void equalsComparing(Kind kind, Random random, Supplier<PerceptualHash> some) {
        HashIndex index = new HashIndex(BLOCK, kind.tablesFrom, kind.room);
        List<PerceptualHash> all = new ArrayList<>();
        for (int i = 0; i < 4 * BLOCK + 500; i++) {
            // each tenth is a neighbour of an earlier one, at the distances where parts could be missed
            PerceptualHash next = i % 10 == 9 ? Hashes.turned(all.get(random.nextInt(i)), 28 + random.nextInt(8), random) : some.get();
            assertThat(index.add(next)).isEqualTo(i);
            all.add(next);
            if (i % 1000 == 0 || i % BLOCK < 2) {
                PerceptualHash asked = i % 3 == 0 ? some.get() : Hashes.turned(all.get(random.nextInt(all.size())), random.nextInt(40), random);
                assertFound(index, all, asked);
            }
        }
        assertThat(index.size()).isEqualTo(all.size());
    }

    private static void assertFound(HashIndex index, List<PerceptualHash> all, PerceptualHash asked) {
        for (int distance : DISTANCES) {
            int[] expected = IntStream.range(0, all.size()).filter(i -> all.get(i).distance(asked) <= distance).toArray();
            assertThat(index.within(asked, distance)).as("within %d of %s among %d", distance, asked.hex(), all.size()).isEqualTo(expected);
        }
    }
}
