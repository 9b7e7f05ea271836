package dev.docket.classify;

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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Resizing to a model's input: all of it, the columns alone, the rows alone, and the weights. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResizePasses {
    private static final int WIDTH = 2016;
    private static final int HEIGHT = 1512;
    private static final int INPUT = 224;

    @Param
    public ResizeFilter filter;

    private RgbPicture picture;

    @Setup
    public void paint() {
        picture = new RgbPicture(WIDTH, HEIGHT, new SplittableRandom(2).ints(WIDTH * HEIGHT).map(pixel -> pixel | 0xFF000000).toArray());
    }

    @Benchmark
    public RgbPicture both() {
        return Resize.to(picture, INPUT, INPUT, filter);
    }

    /** The height stays. */
    @Benchmark
    public RgbPicture across() {
        return Resize.to(picture, INPUT, HEIGHT, filter);
    }

    /** The width stays. */
    @Benchmark
    public RgbPicture down() {
        return Resize.to(picture, WIDTH, INPUT, filter);
    }

    @Benchmark
    public Object weights() {
        return ResizeWeights.of(WIDTH, INPUT, filter);
    }
}
