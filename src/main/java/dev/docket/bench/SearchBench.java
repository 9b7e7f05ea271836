package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Timing;
import dev.docket.hash.HashIndex;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Look-alikes among very many hashes, on one thread: beside comparing with each of them. */
final class SearchBench implements Bench {
    private static final int DISTANCE = NearDuplicates.MAX_DISTANCE;
    private static final int QUERIES = 64;
    private static final double NANOS_PER_SECOND = 1e9;

    private record Size(String label, int hashes, double mostMillis) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String about() {
        return "look-alikes among 1 and 10 million hashes, beside comparing with each";
    }

    @Override
    public void run(Stand stand) throws Exception {
        List<Size> sizes = stand.quick() ? List.of(new Size("10 k", 10_000, 2))
                : List.of(new Size("1 M", 1_000_000, 2), new Size("10 M", 10_000_000, 10));
        for (Size size : sizes) {
            search(stand, size);
        }
    }

    private static void search(Stand stand, Size size) throws Exception {
        String what = size.label() + " random hashes, distance " + DISTANCE;
        stand.note(what);
        long[] words = new SplittableRandom(size.hashes()).longs(4L * size.hashes()).toArray();
        HashIndex index = new HashIndex();
        long start = System.nanoTime();
        for (int i = 0; i < size.hashes(); i++) {
            index.add(hash(words, i));
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        List<PerceptualHash> queries = queries(words, size.hashes());
        int[] next = {0, 0};
        List<Timing> timings = stand.race(
                stand.wall("Docket", () -> index.within(queries.get(next[0]++ % QUERIES), DISTANCE)),
                stand.wall("each compared", () -> eachCompared(words, queries.get(next[1]++ % QUERIES))));
        stand.tell(Reading.of(what, timings.get(0)).against(timings.get(1)).atMost(size.mostMillis()));
        stand.tell(Reading.of(size.label() + " random hashes, made an index of", "s", seconds));
        long wrong = queries.stream().filter(query -> !Arrays.equals(index.within(query, DISTANCE), eachCompared(words, query))).count();
        stand.tell(Reading.of(size.label() + " random hashes, wrong answers of " + QUERIES, "answers", wrong).atMost(0));
    }

    /** Half of them are near to a hash that is there, up to two bits farther than what counts; the others are near to none. */
    private static List<PerceptualHash> queries(long[] words, int hashes) {
        SplittableRandom random = new SplittableRandom(QUERIES);
        List<PerceptualHash> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            queries.add(i % 2 == 0 ? hash(random.longs(4).toArray(), 0)
                    : turned(hash(words, random.nextInt(hashes)), random.nextInt(DISTANCE + 3), random));
        }
        return queries;
    }

    private static PerceptualHash turned(PerceptualHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        random.ints(0, 256).distinct().limit(bits).forEach(bit -> words[bit >> 6] ^= 1L << (bit & 63));
        return hash(words, 0);
    }

    private static PerceptualHash hash(long[] words, int number) {
        int at = 4 * number;
        return new PerceptualHash(words[at], words[at + 1], words[at + 2], words[at + 3], 100);
    }

    private static int[] eachCompared(long[] words, PerceptualHash query) {
        int[] found = new int[8];
        int count = 0;
        for (int at = 0; at < words.length; at += 4) {
            int bits = Long.bitCount(words[at] ^ query.w0()) + Long.bitCount(words[at + 1] ^ query.w1())
                    + Long.bitCount(words[at + 2] ^ query.w2()) + Long.bitCount(words[at + 3] ^ query.w3());
            if (bits <= DISTANCE) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = at / 4;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
