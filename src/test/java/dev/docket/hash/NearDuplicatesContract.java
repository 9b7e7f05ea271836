package dev.docket.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.hash.NearDuplicates.Neighbour;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What near-duplicate groups promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NearDuplicatesContract {
    private static final PerceptualHash START =
            PerceptualHash.fromHex("f8f8f0cee0f4a84f0637022a078f67f0b36e2ed596621e1d33e6339c4e9c9b22", 100);

    private Database database;
    private NearDuplicates duplicates;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void emptyDatabase() {
        EmptyTables.in(database);
        duplicates = new NearDuplicates();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void picturesWithinThirtyOneBitsAreNeighboursNearestFirst() {
        ContentHash original = added(1, START);
        ContentHash far = added(2, flipped(START, 0, 31));
        ContentHash near = added(3, flipped(START, 40, 45));
        added(4, flipped(START, 100, 132));

        assertThat(near(original)).containsExactly(new Neighbour(near, 5), new Neighbour(far, 31));
    }

    @Test
    void aPictureBetweenTwoGroupsMakesThemOne() {
        ContentHash left = added(1, START);
        ContentHash right = added(2, flipped(START, 0, 60));
        assertThat(group(left)).containsExactly(left);

        ContentHash between = added(3, flipped(START, 0, 30));

        assertThat(group(left)).containsExactlyInAnyOrder(left, between, right).isEqualTo(group(right));
    }

    @Test
    void aPictureWithoutStructureHasNoNeighbours() {
        ContentHash flat = added(1, flipped(START, 0, 0, 49));
        ContentHash other = added(2, START);

        assertThat(group(flat)).containsExactly(flat);
        assertThat(group(other)).containsExactly(other);
        assertThat(near(flat)).isEmpty();
        Optional<PerceptualHash> stored = database.inTransaction(tx -> duplicates.hashOf(tx, flat));
        assertThat(stored).map(PerceptualHash::quality).hasValue(49);
    }

    @Test
    void addingAgainChangesNothing() {
        ContentHash first = added(1, START);
        ContentHash second = added(2, START);

        ContentHash group = database.inTransaction(tx -> duplicates.add(tx, second, START));

        assertThat(group).isEqualTo(first);
        assertThat(group(first)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aHashNeedsAStoredPicture() {
        assertThatThrownBy(() -> database.transact(tx -> duplicates.add(tx, address(9), START)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(address(9).hex());
    }

    @Test
    void aRolledBackPictureIsForgottenAndItsNumberUsedAgain() {
        ContentHash kept = added(1, START);
        assertThatThrownBy(() -> database.transact(tx -> {
            add(tx, 2, flipped(START, 0, 3));
            add(tx, 3, flipped(START, 0, 5));
            assertThat(duplicates.group(tx, kept)).hasSize(3);
            assertThat(duplicates.near(tx, kept)).hasSize(2);
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        ContentHash fourth = added(4, flipped(START, 200, 240));
        ContentHash fifth = added(5, flipped(START, 200, 241));

        assertThat(near(kept)).isEmpty();
        assertThat(group(fourth)).containsExactlyInAnyOrder(fourth, fifth);
        assertThat(group(kept)).containsExactly(kept);
    }

    @Test
    void anErasedHashIsNoNeighbourAnyMore() {
        ContentHash first = added(1, START);
        ContentHash second = added(2, START);
        database.transact(tx -> tx.execute("update image_blob set pdq = null where sha256 = ?", second.bytes()));

        assertThat(near(first)).isEmpty();
    }

    @Test
    void theGroupsDoNotDependOnTheOrder() {
        Random random = new Random(31);
        for (int round = 0; round < 5; round++) {
            List<PerceptualHash> hashes = chains(random, 30);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < hashes.size(); i++) {
                order.add(i);
            }
            Set<Set<Integer>> expected = components(hashes);
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                Collections.shuffle(order, random);
                assertThat(groupsAfterAdding(hashes, order)).isEqualTo(expected);
            }
        }
    }

    @Test
    void picturesAddedAtOnceFindEachOther() throws Exception {
        List<Callable<ContentHash>> adds = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            adds.add(() -> added(number, flipped(START, 4 * number, 4 * number + 2)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<ContentHash> done : threads.invokeAll(adds)) {
                done.get();
            }
        }

        assertThat(group(address(0))).hasSize(60);
    }

    /** Adds the first half in one transaction and the rest one by one. */
    private Set<Set<Integer>> groupsAfterAdding(List<PerceptualHash> hashes, List<Integer> order) {
        emptyDatabase();
        int half = order.size() / 2;
        database.transact(tx -> order.subList(0, half).forEach(i -> add(tx, i, hashes.get(i))));
        order.subList(half, order.size()).forEach(i -> added(i, hashes.get(i)));

        TreeMap<ContentHash, Integer> numbers = new TreeMap<>();
        order.forEach(i -> numbers.put(address(i), i));
        return database.inTransaction(tx -> {
            Set<Set<Integer>> groups = new HashSet<>();
            for (ContentHash image : numbers.keySet()) {
                Set<Integer> members = new HashSet<>();
                duplicates.group(tx, image).forEach(member -> members.add(numbers.get(member)));
                groups.add(members);
            }
            return groups;
        });
    }

    /** Random walks whose steps are now below, now above the distance that connects. */
    private static List<PerceptualHash> chains(Random random, int count) {
        List<PerceptualHash> hashes = new ArrayList<>();
        PerceptualHash last = START;
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(200);
            int quality = random.nextInt(8) == 0 ? 30 : 80;
            last = flipped(last, from, from + 20 + random.nextInt(24), quality);
            hashes.add(last);
        }
        return hashes;
    }

    private static Set<Set<Integer>> components(List<PerceptualHash> hashes) {
        int[] part = new int[hashes.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = i;
        }
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < i; j++) {
                PerceptualHash a = hashes.get(i);
                PerceptualHash b = hashes.get(j);
                if (a.quality() >= 50 && b.quality() >= 50 && a.distance(b) <= 31) {
                    int from = part[i];
                    for (int k = 0; k < part.length; k++) {
                        part[k] = part[k] == from ? part[j] : part[k];
                    }
                }
            }
        }
        TreeMap<Integer, Set<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < part.length; i++) {
            groups.computeIfAbsent(part[i], name -> new HashSet<>()).add(i);
        }
        return new HashSet<>(groups.values());
    }

    private ContentHash added(int number, PerceptualHash hash) {
        return database.inTransaction(tx -> add(tx, number, hash));
    }

    private ContentHash add(Handle tx, int number, PerceptualHash hash) {
        ContentHash image = address(number);
        tx.execute("insert into image_blob (sha256, byte_len, media_type, width, height) values (?, 1, 'image/png', 1, 1)", image.bytes());
        duplicates.add(tx, image, hash);
        return image;
    }

    private List<ContentHash> group(ContentHash image) {
        return database.inTransaction(tx -> duplicates.group(tx, image));
    }

    private List<Neighbour> near(ContentHash image) {
        return database.inTransaction(tx -> duplicates.near(tx, image));
    }

    private static ContentHash address(int number) {
        return ContentHash.of(ByteBuffer.allocate(4).putInt(number).array());
    }

    private static PerceptualHash flipped(PerceptualHash hash, int from, int to) {
        return flipped(hash, from, to, hash.quality());
    }

    /** The hash with bits {@code from} to {@code to - 1} turned over. */
    private static PerceptualHash flipped(PerceptualHash hash, int from, int to, int quality) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        for (int bit = from; bit < to; bit++) {
            words[bit >> 6] ^= 1L << (bit & 63);
        }
        return new PerceptualHash(words[0], words[1], words[2], words[3], quality);
    }
}
