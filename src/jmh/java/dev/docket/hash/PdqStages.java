package dev.docket.hash;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** What PDQ spends on brightness, blur and cosines. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PdqStages {
    @Param({"512", "2016"})
    public int side;

    private DecodedImage picture;
    private PdqLuma luma;
    private float[] row;
    private float[] small;

    @Setup
    public void paint() {
        SplittableRandom random = new SplittableRandom(side);
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (i / side & 0xFF) << 16 | (i % side & 0xFF) << 8 | random.nextInt(64);
        }
        picture = new DecodedImage(side, side, argb, new ImageHeader("image/png", side, side, 1, 1), false);
        luma = new PdqLuma(picture);
        row = new float[luma.width()];
        small = PdqTent.sample(luma);
    }

    @Benchmark
    public float[] brightness() {
        for (int y = 0; y < luma.height(); y++) {
            luma.row(y, row, 0);
        }
        return row;
    }

    @Benchmark
    public float[] brightnessAndBlur() {
        return PdqTent.sample(luma);
    }

    @Benchmark
    public float[] cosines() {
        return PdqCosines.transform(small);
    }

    @Benchmark
    public PerceptualHash whole() {
        return new PdqHasher().hash(picture);
    }
}
