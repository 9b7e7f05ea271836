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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

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

    /** {@code -Ddocket.hashes=20000} adds as many as the acceptance asks for; the rate goes to the report. */
    @Test
    void theGroupsAreThoseOfComparingEveryPair(TestReporter report) {
        List<PerceptualHash> hashes = singlesAndFamilies(new Random(20), Integer.getInteger("docket.hashes", 800));

        long began = System.nanoTime();
        for (int i = 0; i < hashes.size(); i++) {
            added(i, hashes.get(i));
        }
        report.publishEntry("adds a second", Long.toString(hashes.size() * 1_000_000_000L / (System.nanoTime() - began)));

        Set<Set<Integer>> expected = components(hashes);
        assertThat(expected).hasSizeBetween(hashes.size() / 2, hashes.size() - 50);
        assertThat(storedGroups(hashes.size())).isEqualTo(expected);
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

    /** Two of three by chance; the rest at 20 to 40 bits from one before it, so that families grow, meet or just miss each other. */
    private static List<PerceptualHash> singlesAndFamilies(Random random, int count) {
        List<PerceptualHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PerceptualHash hash = i % 3 < 2 ? Hashes.uniform(random).get() : Hashes.turned(hashes.get(random.nextInt(i)), 20 + random.nextInt(21), random);
            hashes.add(new PerceptualHash(hash.w0(), hash.w1(), hash.w2(), hash.w3(), random.nextInt(10) == 0 ? 49 : 50));
        }
        return hashes;
    }

    private Set<Set<Integer>> storedGroups(int count) {
        Map<ContentHash, Integer> numbers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            numbers.put(address(i), i);
        }
        Map<ContentHash, Set<Integer>> groups = new HashMap<>();
        database.transact(tx -> tx.createQuery("select sha256, cluster_id from image_blob")
                .map((row, _) -> Map.entry(ContentHash.fromDigest(row.getBytes(1)), ContentHash.fromDigest(row.getBytes(2)))).list()
                .forEach(row -> groups.computeIfAbsent(row.getValue(), _ -> new HashSet<>()).add(numbers.get(row.getKey()))));
        return new HashSet<>(groups.values());
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
        int[] parent = IntStream.range(0, hashes.size()).toArray();
        for (int i = 0; i < parent.length; i++) {
            for (int j = 0; j < i; j++) {
                PerceptualHash a = hashes.get(i);
                PerceptualHash b = hashes.get(j);
                if (a.quality() >= 50 && b.quality() >= 50 && a.distance(b) <= 31) {
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        Map<Integer, Set<Integer>> groups = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), _ -> new HashSet<>()).add(i);
        }
        return new HashSet<>(groups.values());
    }

    private static int root(int[] parent, int i) {
        return parent[i] == i ? i : root(parent, parent[i]);
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
