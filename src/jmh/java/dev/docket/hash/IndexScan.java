package dev.docket.hash;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One block of a million hashes searched from end to end, and by its tables. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexScan {
    private static final int HASHES = 1 << 20;

    private final HashBlock scanned = new HashBlock(HASHES);
    private final HashBlock tabled = new HashBlock(HASHES);
    private PerceptualHash query;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < HASHES; i++) {
            PerceptualHash hash = new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
            scanned.add(hash);
            tabled.add(hash);
            query = hash;
        }
        tabled.makeTables();
    }

    @Benchmark
    public Object scan() {
        HashIndex.Places found = new HashIndex.Places();
        scanned.within(query, NearDuplicates.MAX_DISTANCE, found);
        return found;
    }

    @Benchmark
    public Object tables() {
        HashIndex.Places found = new HashIndex.Places();
        tabled.within(query, NearDuplicates.MAX_DISTANCE, found);
        return found;
    }
}
