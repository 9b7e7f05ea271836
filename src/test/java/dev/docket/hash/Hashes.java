package dev.docket.hash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Hashes made up for tests. */
public final class Hashes {
    private Hashes() {}

    /** Every bit by chance, quality 100. */
    public static Supplier<PerceptualHash> uniform(Random random) {
        return () -> new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    /** About a few centres: many pairs lie near the distance that counts, and many parts of 16 bits are equal. */
    public static Supplier<PerceptualHash> crowded(Random random) {
        List<PerceptualHash> centres = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            centres.add(uniform(random).get());
        }
        return () -> turned(centres.get(random.nextInt(centres.size())), random.nextInt(30), random);
    }

    /** The hash with so many of its bits turned over, chosen by chance. */
    public static PerceptualHash turned(PerceptualHash hash, int count, Random random) {
        List<Integer> bits = new ArrayList<>(IntStream.range(0, 256).boxed().toList());
        Collections.shuffle(bits, random);
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        for (int bit : bits.subList(0, count)) {
            words[bit >> 6] ^= 1L << (bit & 63);
        }
        return new PerceptualHash(words[0], words[1], words[2], words[3], hash.quality());
    }
}
